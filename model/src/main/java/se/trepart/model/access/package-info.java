/** Staff, their roles and their units. */
@NullMarked
package se.trepart.model.access;

import org.jspecify.annotations.NullMarked;
