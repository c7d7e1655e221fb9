package se.trepart.app.letter;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * How a template or phrase would do if it were published (prov av en mall).
 *
 * @param remarks what stops it first, then in the order of the text
 * @param pages of a sample letter as they print; none for a phrase, and for a template that cannot be drawn
 */
public record TemplateProof(List<TemplateRemark> remarks, List<BufferedImage> pages) {

    public TemplateProof {
        remarks = List.copyOf(remarks);
        pages = List.copyOf(pages);
    }

    public boolean publishable() {
        return remarks.stream().noneMatch(TemplateRemark::stops);
    }
}
