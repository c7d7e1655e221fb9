package se.trepart.model.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the municipality's letters look (grafisk profil).
 *
 * @param colour of the municipality's name and of lines, such as {@code #1f5a66}
 * @param logo a PNG as Base64, which takes the place of the municipality's name; empty for none
 * @param logoText what the logo says, for who does not see it
 */
public record Brand(String colour, String logo, String logoText) {

    /** Of a municipality that has chosen nothing. */
    public static final Brand PLAIN = new Brand("#1f5a66", "", "");

    /** The least contrast that text may have against white paper (WCAG 2.1, 1.4.3). */
    public static final double LEAST_CONTRAST = 4.5;

    /** A logo goes with every letter, and with the settings to every workstation. */
    public static final int LARGEST_LOGO = 60_000;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** What is wrong with it. */
    public enum Fault {
        /** no colour of the form #1f5a66 */
        NO_COLOUR,
        /** too pale to be read on white */
        PALE,
        /** no PNG */
        NO_PICTURE,
        /** too large to go with every letter */
        TOO_LARGE,
        /** nobody has said what the logo says */
        NO_TEXT
    }

    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!COLOUR.matcher(colour).matches()) {
            faults.add(Fault.NO_COLOUR);
        } else if (contrast() < LEAST_CONTRAST) {
            faults.add(Fault.PALE);
        }
        if (!logo.isEmpty()) {
            byte[] picture = picture();
            if (picture.length > LARGEST_LOGO) {
                faults.add(Fault.TOO_LARGE);
            } else if (picture.length < PNG.length || !Arrays.equals(picture, 0, PNG.length, PNG, 0, PNG.length)) {
                faults.add(Fault.NO_PICTURE);
            }
            if (logoText.isBlank()) {
                faults.add(Fault.NO_TEXT);
            }
        }
        return faults;
    }

    /** Against white: from 1, which cannot be seen, to 21, which is black. */
    public double contrast() {
        return 1.05 / (0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) + 0.05);
    }

    private double light(int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** The logo's bytes; none when it is not Base64. */
    public byte[] picture() {
        try {
            return Base64.getDecoder().decode(logo);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
