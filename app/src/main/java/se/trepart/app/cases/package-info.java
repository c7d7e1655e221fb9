/** The list of cases. */
@NullMarked
package se.trepart.app.cases;

import org.jspecify.annotations.NullMarked;
