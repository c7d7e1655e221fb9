package se.trepart.model.control;

/**
 * The municipality's own facts (kommunens uppgifter), as letters show them.
 *
 * @param board the committee in whose name decisions are made (nämnd)
 * @param court the administrative court appeals go to (förvaltningsrätt)
 */
public record Municipality(String name, String board, String court, String street, String postalCode, String city, String phone,
        String email, String website, String phoneHours) {}
