/** The national norm (riksnorm) by date and the calculation of what is lacking. */
@NullMarked
package se.trepart.model.norm;

import org.jspecify.annotations.NullMarked;
