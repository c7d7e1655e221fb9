/** What needs the user today. */
@NullMarked
package se.trepart.app.today;

import org.jspecify.annotations.NullMarked;
