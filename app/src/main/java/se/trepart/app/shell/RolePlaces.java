package se.trepart.app.shell;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import se.trepart.app.shell.Place.Main;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;

/** Which places a role works in (platser efter roll). Whoever holds several roles has the places of all of them. */
public final class RolePlaces {

    private RolePlaces() {}

    /** In the order of the list to the left. */
    public static List<Main> of(Collection<Role> roles) {
        return Arrays.stream(Main.values()).filter(place -> roles.stream().anyMatch(role -> has(role, place))).toList();
    }

    private static boolean has(Role role, Main place) {
        return switch (place) {
            case TODAY -> true;
            case APPLICATIONS, CASES -> CaseAccess.seesMoney(role);
            case PLANS, MEETINGS -> CaseAccess.plans(role);
            case ATTENDANCE -> CaseAccess.plans(role) && role != Role.CASEWORKER;
            case RESULTS -> CaseAccess.readsResults(role);
            case TEMPLATES -> CaseAccess.changes(role, DocumentType.LETTER_TEMPLATE);
        };
    }
}
