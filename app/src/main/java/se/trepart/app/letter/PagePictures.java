package se.trepart.app.letter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A PDF's pages as pictures, for the preview (förhandsvisning). Off the JavaFX thread: a page takes some tens of milliseconds. */
public final class PagePictures {

    private PagePictures() {}

    /**
     * Every page, first to last.
     *
     * @param scale 1 is 72 dots an inch; an A4 page is then 595 × 842
     */
    public static List<BufferedImage> of(byte[] pdf, float scale) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(renderer.renderImage(page, scale, ImageType.RGB));
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
