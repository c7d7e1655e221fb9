/** The frame around the screens: places, open cases, the way between them. */
@NullMarked
package se.trepart.app.shell;

import org.jspecify.annotations.NullMarked;
