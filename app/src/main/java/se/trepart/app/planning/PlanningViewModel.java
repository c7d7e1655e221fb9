package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.EarlyMeetings;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.SelfSupportEdit;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Unit;
import se.trepart.model.access.Unit.UnitKind;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.AttendanceSummary;
import se.trepart.model.plan.Obstacle;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Told;
import se.trepart.model.plan.SelfSupport;

import org.jspecify.annotations.Nullable;

/** The way to self-support of the adults of a case, by the caseworker (planering). R20–R24, R26, R27 */
public final class PlanningViewModel {

    private final OpenCase openCase;
    private final Desk desk;
    private final EarlyMeetings meetings;
    private final Map<UUID, TypedText> goals = new HashMap<>();
    private final Map<UUID, ReferralDraft> drafts = new HashMap<>();
    private final Map<UUID, NextStep> nextSteps = new HashMap<>();
    private final Map<UUID, ActionDesk> actions = new HashMap<>();
    private final Map<UUID, AbsenceDesk> absences = new HashMap<>();
    private final Map<UUID, ExemptionDesk> exemptions = new HashMap<>();
    private final List<Choice<String>> kinds;
    private final List<Choice<Told.How>> hows;
    private final ReadOnlyObjectWrapper<@Nullable PlanningPage> page = new ReadOnlyObjectWrapper<>();
    private final Runnable stop;
    private @Nullable UUID chosen;

    public PlanningViewModel(OpenCase openCase) {
        this.openCase = openCase;
        desk = openCase.desk();
        Texts texts = desk.texts();
        meetings = new EarlyMeetings(openCase, CasePlace.PLANNING);
        kinds = ReferralDraft.kinds(texts.of("planning.wanted.none"));
        hows = Stream
                .concat(Stream.of(new Choice<Told.How>(texts.of("planning.told.choose"), null)),
                        Arrays.stream(Told.How.values()).map(how -> new Choice<>(texts.name("planning.told", how), how)))
                .toList();
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
    }

    /** Null until the case is read. */
    ReadOnlyObjectProperty<@Nullable PlanningPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    Optional<PlanningPage> page() {
        return Optional.ofNullable(page.get());
    }

    EarlyMeetings meetings() {
        return meetings;
    }

    List<Choice<String>> kinds() {
        return kinds;
    }

    List<Choice<Told.How>> hows() {
        return hows;
    }

    /** Another adult is at hand from now on. */
    void choose(UUID memberId) {
        leave();
        chosen = memberId;
        openCase.situation().ifPresent(this::show);
    }

    /** The goal of the adult at hand, in the adult's and the caseworker's words. */
    TypedText goal(PlanningPage now) {
        return goals.computeIfAbsent(now.adult().id(),
                member -> openCase.typed("planning/" + member + "/goal", text -> setGoal(member, text)));
    }

    ReferralDraft draft(Referral referral) {
        return drafts.computeIfAbsent(referral.id(), _ -> new ReferralDraft(referral, openCase, kinds, hows));
    }

    NextStep nextStep(Referral referral) {
        return nextSteps.computeIfAbsent(referral.id(), id -> new NextStep(openCase, id));
    }

    ActionDesk action(UUID actionId) {
        return actions.computeIfAbsent(actionId, id -> new ActionDesk(openCase, id));
    }

    AbsenceDesk absence(UUID memberId) {
        return absences.computeIfAbsent(memberId, id -> new AbsenceDesk(openCase, id));
    }

    ExemptionDesk exemption(UUID memberId) {
        return exemptions.computeIfAbsent(memberId, id -> new ExemptionDesk(openCase, id));
    }

    /** Why another obstacle cannot begin that day, in words; empty when it can. */
    String obstacleFault(@Nullable LocalDate from) {
        if (from == null) {
            return desk.texts().of("planning.obstacle.day-missing");
        }
        boolean later = page().map(PlanningPage::support)
                .stream()
                .flatMap(s -> s.obstacles().stream())
                .anyMatch(o -> o.from().isAfter(from));
        return later ? desk.texts().of("planning.obstacle.day-early") : "";
    }

    /** Another obstacle stands in the way from the day on. */
    void obstacle(UUID memberId, Obstacle obstacle, LocalDate from) {
        UUID periodId = desk.newId().get();
        new SelfSupportEdit(openCase, memberId).change(support -> support.obstacles().stream().anyMatch(o -> o.from().isAfter(from))
                ? support
                : support.obstacle(periodId, obstacle, from));
    }

    /** The units that a referral can go to. */
    List<Unit> labourMarketUnits() {
        return openCase.situation()
                .map(now -> now.registers().units().stream().filter(unit -> unit.kind() == UnitKind.LABOUR_MARKET).toList())
                .orElse(List.of());
    }

    /** Begins a referral of the adult at hand; asks to which unit when there are several. */
    void beginReferral() {
        List<Unit> units = labourMarketUnits();
        Texts texts = desk.texts();
        Optional<Unit> to = units.size() == 1
                ? Optional.of(units.getFirst())
                : desk.dialogs()
                        .choose(texts.of("planning.referral.unit"), texts.of("planning.referral.unit-text"),
                                units.stream().map(unit -> new Choice<>(unit.name(), unit)).toList());
        UUID id = desk.newId().get();
        page().filter(PlanningPage::mayRefer)
                .ifPresent(now -> to.ifPresent(unit -> openCase.edit(documents -> Intent.create(Referral.begin(id, documents.unitId(),
                        documents.id(), now.adult().id(), unit.id(), desk.staff().id(), desk.today())))));
    }

    /** The caseworker has read a month's report. */
    void receive(AttendanceSummary summary) {
        UUID me = desk.staff().id();
        openCase.edit(documents -> documents.of(AttendanceSummary.class)
                .stream()
                .filter(one -> one.id().equals(summary.id()) && one.receipt() == null)
                .findFirst()
                .map(before -> Intent.change(before, before.receive(me, desk.clock().instant())))
                .orElse(new Intent(List.of())));
    }

    /** Writes everything that is typed and belongs in a document. */
    void leave() {
        goals.values().forEach(TypedText::leave);
        page().flatMap(PlanningPage::writing).map(this::draft).ifPresent(ReferralDraft::leave);
    }

    private void setGoal(UUID memberId, String words) {
        SelfSupportEdit edit = new SelfSupportEdit(openCase, memberId);
        String before = page().map(PlanningPage::support).map(SelfSupport::goal).orElse("");
        edit.change(support -> support.goal(words));
        openCase.undo().did(() -> edit.change(support -> support.goal(before)));
    }

    private void show(CaseSituation now) {
        PlanningPage next = PlanningPage.of(now, chosen);
        SelfSupport support = next.support();
        goal(next).show(support == null ? "" : support.goal());
        next.writing().ifPresent(referral -> draft(referral).show(referral));
        dropAnswered(next);
        page.set(next);
    }

    /** Drafts about what somebody else has dealt with meanwhile are not left to be reminded of for ever. */
    private void dropAnswered(PlanningPage now) {
        if (!openCase.mayChange()) {
            return;
        }
        if (now.openAbsences().isEmpty()) {
            absence(now.adult().id()).drop();
        }
        now.running().stream().filter(action -> action.proposal().isEmpty()).forEach(action -> action(action.id()).dropAnswer());
        now.ended().forEach(action -> {
            action(action.id()).dropAnswer();
            action(action.id()).dropExtension();
        });
        now.referrals().stream().filter(referral -> !now.asksWhatIsNext(referral)).forEach(referral -> nextStep(referral).drop());
    }
}
