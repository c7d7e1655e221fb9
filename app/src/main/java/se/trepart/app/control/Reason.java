package se.trepart.app.control;

/**
 * Something that is missing or has changed, with the way to it (skäl).
 *
 * @param text in words, such as "Barnets bästa: Leo saknas"
 * @param go what opens when it is clicked
 */
public record Reason(String text, Runnable go) {}
