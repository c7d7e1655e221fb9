package se.trepart.app.control;

import org.jspecify.annotations.Nullable;

/**
 * Something to choose and what it is called (val).
 *
 * @param value null for the choice that chooses nothing, such as "Alla"
 */
public record Choice<T>(String label, @Nullable T value) {}
