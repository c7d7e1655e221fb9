package se.trepart.model.access;

import java.util.Optional;

import se.trepart.model.DocumentType;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

/** Who may see and change what in a case (behörighet). R31, R34; access is the least that a role needs (Act 2001:454, section 10). */
public final class CaseAccess {

    private CaseAccess() {}

    /** R34: only the named handlers see a protected household; a household that is not known is protected. */
    public static boolean sees(Staff staff, CaseFile file, Optional<Household> household) {
        return !isProtected(household) || staff.protectedCases().contains(file.id());
    }

    /** R34: unknown is treated as protected. */
    public static boolean isProtected(Optional<Household> household) {
        return household.map(Household::isProtected).orElse(true);
    }

    /** Whether this person in this role may open the case at all. */
    public static boolean mayOpen(Staff staff, Role role, CaseFile file, Optional<Household> household) {
        return staff.active() && staff.has(role) && readsCases(role) && staff.units().contains(file.unitId())
                && sees(staff, file, household);
    }

    /** R31: opening a case that is not one's own needs a reason. */
    public static boolean reasonNeeded(Staff staff, CaseFile file) {
        return !staff.id().equals(file.responsible());
    }

    public static boolean readsCases(Role role) {
        return role != Role.ADMINISTRATOR;
    }

    /** A controller changes no case; a consultant changes the plan side only; the committee's decisions are recorded by others. */
    public static boolean changesCases(Role role) {
        return role.handlesCases() && role != Role.COMMITTEE;
    }

    public static boolean decides(Role role) {
        return role.handlesCases();
    }

    /** Whether the role sees income, costs, bank accounts and amounts decided. */
    public static boolean seesMoney(Role role) {
        return readsCases(role) && role != Role.CONSULTANT;
    }

    /**
     * Whether the role sees documents of this kind at all. A consultant sees who the people are and that there is a case, never the money
     * side; the access log is for those who follow it up. Conflicts are judged by {@link #seesConflict}.
     */
    public static boolean sees(Role role, DocumentType type) {
        return switch (type) {
            case STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS -> true;
            case HOUSEHOLD, CASE_FILE -> readsCases(role);
            case APPLICATION, COMPLETION_REQUEST, INVESTIGATION, CALCULATION, DECISION, LETTER, JOURNAL_NOTE -> seesMoney(role);
            case READ_EVENT -> role == Role.TEAM_LEAD || role == Role.UNIT_MANAGER || role == Role.CONTROLLER;
            case CONFLICT -> false;
        };
    }

    /** Whether the role writes documents of this kind. Whoever reads cases must be able to say that they did (R31). */
    public static boolean changes(Role role, DocumentType type) {
        return switch (type) {
            case STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS -> role == Role.ADMINISTRATOR;
            case HOUSEHOLD, CASE_FILE, APPLICATION, COMPLETION_REQUEST, INVESTIGATION, CALCULATION, DECISION, LETTER, JOURNAL_NOTE ->
                changesCases(role);
            case READ_EVENT -> readsCases(role);
            case CONFLICT -> false;
        };
    }

    /** A conflict holds whole field values: it is for those who may change the document, and in a case for those who see all of it. */
    public static boolean seesConflict(Role role, DocumentType about) {
        return ofTheMunicipality(about) ? changes(role, about) : sees(role, about) && (seesMoney(role) || changes(role, about));
    }

    /** Registers and settings, which belong to no case. */
    public static boolean ofTheMunicipality(DocumentType type) {
        return switch (type) {
            case STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS -> true;
            default -> false;
        };
    }
}
