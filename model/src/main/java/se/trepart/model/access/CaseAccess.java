package se.trepart.model.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.DocumentType;
import se.trepart.model.access.Unit.UnitKind;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.followup.Side;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

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

    /** R31, on the plan side: a consultant's own are those whose plan the consultant keeps or whose referral is for the consultant. */
    public static boolean reasonNeeded(Staff staff, CaseFile file, Collection<Plan> plans, Collection<Referral> referrals) {
        return reasonNeeded(staff, file) && !(staff.roles().stream().anyMatch(Role::plansOnly) && keeps(staff, plans, referrals));
    }

    /**
     * Whether a consultant keeps a plan, took a referral, or is in a unit that one waits for an answer from. Who took a referral keeps it until
     * there is a plan; from then on it is for whoever keeps the plan, to whom it may have been handed over.
     *
     * @param plans of one case
     * @param referrals of one case
     */
    public static boolean keeps(Staff consultant, Collection<Plan> plans, Collection<Referral> referrals) {
        boolean plan = plans.stream().anyMatch(kept -> kept.running() && kept.consultant().equals(consultant.id()));
        return plan || referrals.stream()
                .anyMatch(referral -> referral.unanswered() && consultant.units().contains(referral.toUnitId())
                        || referral.running() && consultant.id().equals(hasReferral(referral, plans)));
    }

    private static UUID hasReferral(Referral referral, Collection<Plan> plans) {
        return plans.stream()
                .filter(plan -> plan.memberId().equals(referral.memberId()))
                .filter(plan -> plan.running() || referral.id().equals(plan.referralId()))
                .max(Comparator.comparing(Plan::running).thenComparing(Plan::madeOn))
                .map(Plan::consultant)
                .orElse(referral.steps().getLast().by());
    }

    /** Who may hand a plan over to another consultant: the one who keeps it, and who leads a unit. */
    public static boolean handsOver(Staff staff, Plan plan) {
        return plan.running() && (plan.consultant().equals(staff.id()) || staff.roles().stream().anyMatch(Role::leads));
    }

    /** To whom a plan can be handed over: a consultant who may see the household's case. */
    public static boolean mayKeep(Staff staff, CaseFile file, Household household) {
        return staff.roles().stream().anyMatch(role -> role.plansOnly() && mayOpen(staff, role, file, Optional.of(household)));
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
        return readsCases(role) && !role.plansOnly();
    }

    /**
     * Whether the role sees documents of this kind at all. A consultant, and who leads consultants, sees who the people are, that there is a case and the plan side of
     * it, never the money side; the access log is for those who follow it up. Conflicts are judged by {@link #seesConflict}, reminders by
     * {@link #sees(Role, Side)}.
     */
    public static boolean sees(Role role, DocumentType type) {
        return switch (type) {
            case STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS, PLANNING_SETTINGS, ACTION_OFFER, LETTER_TEMPLATE, PHRASE -> true;
            case HOUSEHOLD, CASE_FILE, SELF_SUPPORT, REFERRAL, PLAN, PLAN_VERSION, ACTION, ATTENDANCE, ATTENDANCE_SUMMARY,
                    TRIPARTITE_MEETING, AGREEMENT_RESULT, SENT_PAPER ->
                readsCases(role);
            case APPLICATION, COMPLETION_REQUEST, INVESTIGATION, CALCULATION, DECISION, LETTER, LETTER_PRINT, LETTER_DELIVERED,
                    JOURNAL_NOTE, ABSENCE_RESPONSE ->
                seesMoney(role);
            case READ_EVENT -> role == Role.TEAM_LEAD || role == Role.UNIT_MANAGER || role == Role.CONTROLLER;
            case CONFLICT, REMINDER, SNOOZE -> false;
        };
    }

    /** Whether the role sees reminders of a side of the case. */
    public static boolean sees(Role role, Side side) {
        return side == Side.PLAN ? readsCases(role) : seesMoney(role);
    }

    /** Whether the role writes documents of this kind. Whoever reads cases must be able to say that they did (R31). */
    public static boolean changes(Role role, DocumentType type) {
        return switch (type) {
            case STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS, PLANNING_SETTINGS, LETTER_TEMPLATE, PHRASE -> role == Role.ADMINISTRATOR;
            case ACTION_OFFER -> role == Role.ADMINISTRATOR || role == Role.LABOUR_MARKET_LEAD;
            case HOUSEHOLD, CASE_FILE, APPLICATION, COMPLETION_REQUEST, INVESTIGATION, CALCULATION, DECISION, LETTER, LETTER_PRINT,
                    LETTER_DELIVERED, JOURNAL_NOTE, ABSENCE_RESPONSE ->
                changesCases(role);
            case SELF_SUPPORT, REFERRAL, PLAN, PLAN_VERSION, ACTION, ATTENDANCE, ATTENDANCE_SUMMARY, TRIPARTITE_MEETING, AGREEMENT_RESULT,
                    SENT_PAPER ->
                plans(role);
            case READ_EVENT -> readsCases(role);
            case CONFLICT, REMINDER, SNOOZE -> false;
        };
    }

    /** Whether the role sets reminders of a side of the case. */
    public static boolean changes(Role role, Side side) {
        return side == Side.PLAN ? plans(role) : changesCases(role);
    }

    /** Whether the role works with the way to self-support: the consultant, and who handles the case. */
    public static boolean plans(Role role) {
        return role.plansOnly() || changesCases(role);
    }

    /** Who follows up results: the consultant, and whoever leads a unit or reviews it. */
    public static boolean readsResults(Role role) {
        return role.plansOnly() || role == Role.TEAM_LEAD || role == Role.UNIT_MANAGER || role == Role.CONTROLLER;
    }

    /** Who sees whom a figure of the results counts: those who work with the participants. */
    public static boolean seesBehindResults(Role role) {
        return role.plansOnly() || role == Role.TEAM_LEAD;
    }

    /** A conflict holds whole field values: it is for those who may change the document, and in a case for those who see all of it. */
    public static boolean seesConflict(Role role, DocumentType about) {
        if (about.ofASide()) {
            return false;
        }
        return ofTheMunicipality(about) ? changes(role, about) : sees(role, about) && (seesMoney(role) || changes(role, about));
    }

    /** A conflict about a reminder is for those who set reminders of that side. */
    public static boolean seesConflict(Role role, DocumentType about, Side side) {
        return about.ofASide() && changes(role, side);
    }

    /** Whether the role settles a conflict about such a document; one of a kind that only a newer program knows is for who changes cases. */
    public static boolean settles(Role role, Optional<DocumentType> about, @Nullable Side side) {
        if (about.isEmpty() || changesCases(role)) {
            return changesCases(role);
        }
        return side == null ? plans(role) && changes(role, about.get()) : about.get().ofASide() && changes(role, side);
    }

    /**
     * Whether somebody may have these roles and belong to units of these kinds. A labour-market unit has the plan side of cases only: who leads
     * one is its {@link Role#LABOUR_MARKET_LEAD}, since a team lead would see the money of every case that the unit works with.
     */
    public static boolean belongTogether(Collection<Role> roles, Collection<UnitKind> units) {
        return !(roles.contains(Role.TEAM_LEAD) && units.contains(UnitKind.LABOUR_MARKET));
    }

    /** Registers and settings, which belong to no case. */
    public static boolean ofTheMunicipality(DocumentType type) {
        return switch (type) {
            case STAFF, UNIT, CHECKLIST_TEMPLATE, SETTINGS, PLANNING_SETTINGS, ACTION_OFFER, LETTER_TEMPLATE, PHRASE -> true;
            default -> false;
        };
    }
}
