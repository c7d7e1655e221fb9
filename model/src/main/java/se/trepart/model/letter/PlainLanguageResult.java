package se.trepart.model.letter;

/**
 * How a letter stood in the plain-language check when it was sent (klarspråksresultat). R36
 *
 * @param passed nothing stopped it and nothing had to be kept with a reason
 * @param lix the readability index, rounded
 * @param average words a sentence, rounded
 * @param remarks blocks and warnings there were, each kept with its reason in the letter
 */
public record PlainLanguageResult(boolean passed, int lix, int average, int remarks) {}
