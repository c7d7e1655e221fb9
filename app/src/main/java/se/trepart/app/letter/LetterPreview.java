package se.trepart.app.letter;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The letter as it will be printed (förhandsvisning).
 *
 * @param problem why it cannot be shown, in words; empty when it can
 * @param hint what the one who posts it must know; empty for most
 */
public record LetterPreview(List<BufferedImage> pages, String problem, String hint) {

    static final LetterPreview NOTHING = new LetterPreview(List.of(), "", "");

    public LetterPreview {
        pages = List.copyOf(pages);
    }
}
