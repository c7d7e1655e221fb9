/** How the program looks for its user. */
@NullMarked
package se.trepart.app.settings;

import org.jspecify.annotations.NullMarked;
