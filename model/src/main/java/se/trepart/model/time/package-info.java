/** Dates as the law counts them. */
@NullMarked
package se.trepart.model.time;

import org.jspecify.annotations.NullMarked;
