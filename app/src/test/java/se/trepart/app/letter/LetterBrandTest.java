package se.trepart.app.letter;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;

import se.trepart.model.control.Brand;
import se.trepart.model.control.Municipality;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The municipality's logo and colour in its letters. */
public class LetterBrandTest {

    private static final LetterPdf PDF = new LetterPdf();

    /** A picture with what could break the archive's format: transparent parts, some of them half. */
    public static String logo() {
        BufferedImage image = new BufferedImage(300, 80, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(120, 20, 60, 255), 80, 80, new Color(120, 20, 60, 60)));
        g.fillOval(0, 0, 80, 80);
        g.setColor(new Color(120, 20, 60));
        g.fillRect(95, 25, 200, 30);
        g.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    public static Municipality municipality(Brand brand) {
        return new Municipality("Exempelstads kommun", "Socialnämnden", "Förvaltningsrätten i Exempelstad", "Storgatan 1", "123 45",
                "Exempelstad", "010-123 45 67", "ekonomi@exempelstad.se", "exempelstad.se", "klockan 9–12 varje vardag", brand);
    }

    private static byte[] letter(Brand brand) {
        return PDF.render(Letters.from(LetterHead.sender(municipality(brand))));
    }

    @Test
    void aLetterWithATransparentLogoIsAccessibleAndArchivable() throws Exception {
        Brand brand = new Brand("#78143c", logo(), "Exempelstads kommun");
        assertThat(brand.faults()).isEmpty();
        byte[] letter = letter(brand);
        LetterPdfTest.assertAccessibleAndArchivable(letter);
        assertThat(letter).as("the picture is in it").hasSizeGreaterThan(letter(Brand.PLAIN).length + 1_000);
    }

    @Test
    void theColourIsTheMunicipalitysWhenItCanBeRead() {
        assertThat(PDF.html(page(new Brand("#78143c", "", "")))).contains("#78143c").doesNotContain(Brand.PLAIN.colour());
        assertThat(PDF.html(page(new Brand("#ffee88", "", "")))).doesNotContain("#ffee88").contains(Brand.PLAIN.colour());
        assertThat(PDF.html(page(new Brand("red; } body { display: none", "", "")))).doesNotContain("display: none");
    }

    private static LetterPage page(Brand brand) {
        return Letters.from(LetterHead.sender(municipality(brand)));
    }
}
