/** Work off the JavaFX thread, and what happens when it fails. */
@NullMarked
package se.trepart.app.task;

import org.jspecify.annotations.NullMarked;
