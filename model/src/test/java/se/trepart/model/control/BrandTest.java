package se.trepart.model.control;

import java.util.Base64;

import se.trepart.model.control.Brand.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

class BrandTest {

    private static String picture(int length) {
        byte[] png = new byte[length];
        byte[] begins = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        System.arraycopy(begins, 0, png, 0, begins.length);
        return Base64.getEncoder().encodeToString(png);
    }

    /** Figures of the WCAG contrast checker. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            '#000000', 21.0
            '#ffffff', 1.0
            '#767676', 4.54
            '#777777', 4.48
            '#1f5a66', 7.74
            """)
    void contrastIsThatOfTheStandard(String colour, double contrast) {
        assertThat(new Brand(colour, "", "").contrast()).isCloseTo(contrast, offset(0.03));
    }

    @Test
    void aColourThatCannotBeReadOnWhiteIsRefused() {
        assertThat(Brand.PLAIN.faults()).isEmpty();
        assertThat(new Brand("#767676", "", "").faults()).isEmpty();
        assertThat(new Brand("#777777", "", "").faults()).containsExactly(Fault.PALE);
        assertThat(new Brand("blå", "", "").faults()).containsExactly(Fault.NO_COLOUR);
        assertThat(new Brand("#1f5a66; } body { display: none", "", "").faults()).containsExactly(Fault.NO_COLOUR);
    }

    @Test
    void aLogoIsASmallPngWithWordsForWhoDoesNotSeeIt() {
        assertThat(new Brand("#1f5a66", picture(100), "Exempelstads kommun").faults()).isEmpty();
        assertThat(new Brand("#1f5a66", picture(100), " ").faults()).containsExactly(Fault.NO_TEXT);
        assertThat(new Brand("#1f5a66", picture(Brand.LARGEST_LOGO + 1), "Kommunen").faults()).containsExactly(Fault.TOO_LARGE);
        assertThat(new Brand("#1f5a66", Base64.getEncoder().encodeToString("GIF89a, en bild".getBytes()), "Kommunen").faults())
                .containsExactly(Fault.NO_PICTURE);
        assertThat(new Brand("#1f5a66", "inte Base64 !", "Kommunen").faults()).containsExactly(Fault.NO_PICTURE);
    }
}
