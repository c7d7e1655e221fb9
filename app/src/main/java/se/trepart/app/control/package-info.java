/** The building blocks that all screens share. */
@NullMarked
package se.trepart.app.control;

import org.jspecify.annotations.NullMarked;
