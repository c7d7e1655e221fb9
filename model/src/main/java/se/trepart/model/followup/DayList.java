package se.trepart.model.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import se.trepart.model.Document;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.Intake;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.Decisions;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.investigation.ChecklistTemplates;
import se.trepart.model.investigation.Investigation;

import org.jspecify.annotations.Nullable;

/**
 * What needs a person today, the most urgent first (Min dag). A caseworker has the own cases and those of the own units that nobody has
 * yet; who leads a unit also has what waits for a decision or to be distributed there; a consultant, also one who leads, has the plan side of the cases whose
 * plan is the own, and what nobody has taken yet.
 */
public final class DayList {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int SOON_DAYS = 7;

    private final DayWork work;
    private final Staff staff;
    private final Role role;
    private final LocalDate today;
    private final Map<UUID, Household> households;
    private final Map<UUID, List<Application>> applications;
    private final Map<UUID, List<CompletionRequest>> requests;
    private final Map<UUID, List<Investigation>> investigations;
    private final Map<UUID, List<Decision>> decisions;
    private final PlanWork.OfCases plans;
    private final List<DayItem> items = new ArrayList<>();

    private DayList(DayWork work, Staff staff, Role role, LocalDate today) {
        this.work = work;
        this.staff = staff;
        this.role = role;
        this.today = today;
        this.households = work.households().stream().collect(Collectors.toMap(Household::caseId, Function.identity(), DayList::newest));
        this.applications = byCase(work.applications());
        this.requests = byCase(work.requests());
        this.investigations = byCase(work.investigations());
        this.decisions = byCase(work.decisions());
        this.plans = new PlanWork.OfCases(work.planning());
    }

    /** The list of one person in one role on one day; empty for a role that neither changes cases nor plans. */
    public static List<DayItem> of(DayWork work, Staff staff, Role role, LocalDate today) {
        if (!CaseAccess.plans(role)) {
            return List.of();
        }
        DayList list = new DayList(work, staff, role, today);
        list.visible().forEach(list::ofTheReader);
        Side side = role.plansOnly() ? Side.PLAN : Side.AID;
        return list.ordered().filter(item -> !list.putOff(item, side)).toList();
    }

    /** A line of a unit's list and whose it is; @param responsible null when nobody has the case */
    public record UnitLine(DayItem item, @Nullable UUID responsible) {}

    /**
     * What waits in all cases of the units that somebody leads, each line once, whoever it is for (enhetens rader). What is put off is not
     * there. Empty for who leads no unit.
     */
    public static List<UnitLine> ofUnit(DayWork work, Staff staff, Role role, LocalDate today) {
        DayList list = new DayList(work, staff, role, today);
        if (!role.leads()) {
            return List.of();
        }
        Map<String, UnitLine> lines = new LinkedHashMap<>();
        for (CaseFile file : list.visible()) {
            list.ofEverybody(file).forEach(line -> lines.putIfAbsent(line.item().kind() + "/" + line.item().aboutId(), line));
        }
        Map<DayItem, UnitLine> byItem = new HashMap<>();
        lines.values().forEach(line -> byItem.put(line.item(), line));
        list.items.clear();
        list.items.addAll(byItem.keySet());
        return list.ordered().map(byItem::get).toList();
    }

    private List<CaseFile> visible() {
        return work.cases().stream().filter(file -> staff.units().contains(file.unitId()) && (leads() || named(file))).toList();
    }

    private void ofTheReader(CaseFile file) {
        PlanRules planning = new PlanRules(file, plans, today, this::add);
        planning.setFor(staff.id());
        if (role.plansOnly()) {
            if (plans.keptBy(file, staff)) {
                planning.forConsultant();
            }
            return;
        }
        if (leads()) {
            ofTheUnit(file);
            planning.forTeamLead();
        }
        if (mine(file)) {
            ofWhoHasIt(file, planning);
        }
    }

    private void ofWhoHasIt(CaseFile file, PlanRules planning) {
        ofTheCase(file);
        planning.forCaseworker();
        new ReferralRules(file, of(applications, file), of(decisions, file), plans, today, this::add).find(households.get(file.id()));
        nextStep(file, planning);
    }

    /**
     * The lines of one case for the caseworker, the team lead, the consultant and who has asked to be reminded, in that order. Who leads
     * consultants is shown the plan side only, where nobody's is what nobody has taken yet.
     */
    private List<UnitLine> ofEverybody(CaseFile file) {
        List<UnitLine> lines = new ArrayList<>();
        PlanRules planning = new PlanRules(file, plans, today, this::add);
        if (!role.plansOnly()) {
            ofWhoHasIt(file, planning);
            take(lines, Side.AID, file.responsible());
            ofTheUnit(file);
            planning.forTeamLead();
            take(lines, Side.AID, staff.id());
        }
        planning.forConsultant();
        take(lines, Side.PLAN, plans.consultant(file).orElse(role.plansOnly() ? null : file.responsible()));
        for (UUID reminded : plans.reminded(file)) {
            planning.setFor(reminded);
            take(lines, Side.PLAN, reminded);
        }
        return lines;
    }

    private void take(List<UnitLine> lines, Side side, @Nullable UUID responsible) {
        items.stream().filter(item -> !putOff(item, side)).forEach(item -> lines.add(new UnitLine(item, responsible)));
        items.clear();
    }

    private boolean putOff(DayItem item, Side side) {
        return work.planning().snoozes().stream().anyMatch(snooze -> snooze.hides(item, side, today));
    }

    private Stream<DayItem> ordered() {
        return items.stream()
                .sorted(Comparator.comparing(this::urgency)
                        .thenComparing(DayList::date)
                        .thenComparing(DayItem::kind)
                        .thenComparing(DayItem::aboutId));
    }

    /** A running case for which nothing says what comes next. */
    private void nextStep(CaseFile file, PlanRules planning) {
        boolean undecided = of(applications, file).stream().anyMatch(application -> !application.status().ended());
        boolean found = items.stream().anyMatch(item -> item.caseId().equals(file.id()));
        if (file.phase() == Phase.RUNNING && !undecided && !found && !planning.hasNextStep()) {
            add(Kind.NO_NEXT_STEP, file, file.id(), CasePlace.PLANNING, file.phaseSince(), null, "R27");
        }
    }

    private boolean leads() {
        return role.covers(Role.TEAM_LEAD);
    }

    private boolean mine(CaseFile file) {
        return staff.id().equals(file.responsible()) || file.responsible() == null;
    }

    private boolean named(CaseFile file) {
        return CaseAccess.sees(staff, file, Optional.ofNullable(households.get(file.id())));
    }

    private void ofTheUnit(CaseFile file) {
        for (Decision decision : of(decisions, file)) {
            if (decision.status() == DecisionStatus.SENT && !Decisions.handledBy(decision, staff.id())
                    && work.order().may(role, decision, today)) {
                add(Kind.DECISION_TO_MAKE, file, decision.id(), CasePlace.DECISION, lastStep(decision), null, "R16");
            }
        }
        if (file.phase() == Phase.RUNNING && file.responsible() == null) {
            add(Kind.TO_DISTRIBUTE, file, file.id(), CasePlace.JOURNAL, file.phaseSince(),
                    Intake.distributedBy(file.phaseSince(), work.settings()), "R3");
        }
    }

    private void ofTheCase(CaseFile file) {
        applications(file);
        for (Decision decision : of(decisions, file)) {
            if (decision.status() == DecisionStatus.RETURNED) {
                add(Kind.DECISION_RETURNED, file, decision.id(), CasePlace.DECISION, lastStep(decision), null, "R16");
            }
        }
        work.letters()
                .stream()
                .filter(letter -> letter.caseId().equals(file.id()) && letter.toSend())
                .forEach(letter -> add(Kind.LETTER_NOT_SENT, file, letter.id(), CasePlace.LETTER, letter.writtenOn(), null,
                        letter.kind().tellsDecision() ? "FL 33 §" : ""));
        work.drafts()
                .stream()
                .filter(draft -> draft.caseId().equals(file.id()))
                .forEach(draft -> add(Kind.DRAFT_LEFT, file, draft.aboutId(), draft.place(), draft.savedOn(), null, ""));
        phase(file);
    }

    private void applications(CaseFile file) {
        for (Application application : of(applications, file)) {
            if (application.status() == ApplicationStatus.RECEIVED) {
                add(Kind.NEW_APPLICATION, file, application.id(), CasePlace.APPLICATION, application.registeredOn(), null, "R1");
            }
            if (application.status() != ApplicationStatus.WAITING) {
                continue;
            }
            for (CompletionRequest request : of(requests, file)) {
                if (!request.applicationId().equals(application.id())) {
                    continue;
                }
                if (request.complete()) {
                    add(Kind.COMPLETION_ANSWERED, file, request.id(), CasePlace.APPLICATION, answered(request), null, "FL 20 §");
                } else if (!request.dueOn().isAfter(today)) {
                    add(Kind.COMPLETION_DUE, file, request.id(), CasePlace.APPLICATION, request.sentOn(), request.dueOn(), "FL 20 §");
                }
            }
        }
    }

    private void phase(CaseFile file) {
        if (file.phase() == Phase.INTAKE) {
            LocalDate last = Intake.lastDay(file, work.settings());
            if (!last.minusDays(work.settings().checkWarningDays()).isAfter(today)) {
                add(Kind.INTAKE_ENDING, file, file.id(), CasePlace.JOURNAL, file.phaseSince(), last, "R3");
            }
        }
        if (file.phase() == Phase.RUNNING) {
            check(file);
        }
        LocalDate quietSince = of(decisions, file).stream()
                .filter(Decision::made)
                .map(Decision::decidedOn)
                .flatMap(on -> Optional.ofNullable(on).stream())
                .max(Comparator.naturalOrder())
                .orElse(file.openedOn());
        boolean undecided = of(applications, file).stream().anyMatch(application -> !application.status().ended());
        if (file.phase() != Phase.CLOSED && !undecided
                && !quietSince.plusMonths(work.settings().quietMonthsBeforeClosing()).isAfter(today)) {
            add(Kind.CLOSABLE, file, file.id(), CasePlace.JOURNAL, quietSince, null, "R4");
        }
    }

    /** The first recurring check that is near, once a case; one that the open investigation already asks is work at hand. */
    private void check(CaseFile file) {
        List<Investigation> earlier = of(investigations, file);
        if (earlier.isEmpty()) {
            return;
        }
        ChecklistTemplates.inForce(work.templates(), ApplicationKind.RENEWAL, today)
                .flatMap(template -> RecurringCheck.of(earlier, template, today)
                        .stream()
                        .filter(check -> check.near(today, work.settings().checkWarningDays()))
                        .filter(check -> earlier.stream().noneMatch(i -> !i.finished() && i.item(check.step().key()).isPresent()))
                        .findFirst())
                .ifPresent(check -> add(Kind.CHECK_DUE, file, check.step().id(), CasePlace.INVESTIGATION,
                        Optional.ofNullable(check.lastOn()).orElse(check.dueOn()), check.dueOn(), "R7"));
    }

    private void add(Kind kind, CaseFile file, UUID aboutId, CasePlace place, LocalDate since, @Nullable LocalDate dueOn, String rule) {
        add(kind, file, null, aboutId, place, since, dueOn, rule);
    }

    private void add(Kind kind, CaseFile file, @Nullable UUID memberId, UUID aboutId, CasePlace place, LocalDate since,
            @Nullable LocalDate dueOn, String rule) {
        Household household = households.get(file.id());
        String subject = household != null && named(file) ? subject(household, memberId).person().listName() : null;
        items.add(new DayItem(kind, file.id(), memberId, aboutId, place, subject, since, dueOn, rule));
    }

    /** The one it is about, who may be the applicant's partner. */
    private static Adult subject(Household household, @Nullable UUID memberId) {
        return household.adults().stream().filter(adult -> adult.id().equals(memberId)).findFirst().orElseGet(household::applicant);
    }

    /** 0 overdue, 1 somebody waits or it is due within a week, 2 the rest. */
    private int urgency(DayItem item) {
        if (item.overdue(today)) {
            return 0;
        }
        boolean soon = item.dueOn() != null && !item.dueOn().isAfter(today.plusDays(SOON_DAYS));
        return soon || item.kind().somebodyWaits() ? 1 : 2;
    }

    private static LocalDate date(DayItem item) {
        return Optional.ofNullable(item.dueOn()).orElse(item.since());
    }

    private static LocalDate answered(CompletionRequest request) {
        return request.missing()
                .stream()
                .flatMap(paper -> Optional.ofNullable(paper.receivedOn()).stream())
                .max(Comparator.naturalOrder())
                .orElse(request.sentOn());
    }

    private static LocalDate lastStep(Decision decision) {
        return decision.lastHandOver().map(step -> day(step.at())).orElse(decision.preparedOn());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SWEDEN).toLocalDate();
    }

    private static Household newest(Household one, Household other) {
        return one.validFrom().isBefore(other.validFrom()) ? other : one;
    }

    private static <D extends Document> List<D> of(Map<UUID, List<D>> byCase, CaseFile file) {
        return byCase.getOrDefault(file.id(), List.of());
    }

    private static <D extends Document> Map<UUID, List<D>> byCase(Collection<D> documents) {
        return documents.stream().filter(document -> document.caseId() != null).collect(Collectors.groupingBy(Document::caseId));
    }
}
