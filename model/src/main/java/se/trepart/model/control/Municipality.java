package se.trepart.model.control;

import org.jspecify.annotations.Nullable;

/**
 * The municipality's own facts (kommunens uppgifter), as letters show them.
 *
 * @param board the committee in whose name decisions are made (nämnd)
 * @param court the administrative court appeals go to (förvaltningsrätt)
 * @param brand null where nobody has chosen any
 */
public record Municipality(String name, String board, String court, String street, String postalCode, String city, String phone,
        String email, String website, String phoneHours, @Nullable Brand brand) {

    /** How its letters look. */
    public Brand look() {
        return brand == null ? Brand.PLAIN : brand;
    }
}
