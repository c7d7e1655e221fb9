/** Every keyboard shortcut, in one place. */
@NullMarked
package se.trepart.app.keyboard;

import org.jspecify.annotations.NullMarked;
