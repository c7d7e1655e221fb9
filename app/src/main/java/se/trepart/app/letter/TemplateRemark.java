package se.trepart.app.letter;

/**
 * One thing to mend or to think of in a template or phrase (anmärkning på en mall).
 *
 * @param stops it cannot be published
 * @param line of the text, from 1; 0 when it is about the whole
 * @param text what is wrong, whole sentences
 */
public record TemplateRemark(boolean stops, int line, String text) {}
