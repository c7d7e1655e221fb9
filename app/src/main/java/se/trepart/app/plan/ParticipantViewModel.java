package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.shell.Desk;
import se.trepart.local.cache.Intent;
import se.trepart.model.Document;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Action.ActionStep;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** One adult's way to self-support as the consultant works with it (deltagare). R21, R23, R26, R27 */
public final class ParticipantViewModel implements FormHost {

    private final OpenCase openCase;
    private final Desk desk;
    private final UUID memberId;
    private final ReadOnlyObjectWrapper<@Nullable PlanPage> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PlanForm> form = new ReadOnlyObjectWrapper<>();
    private final Runnable stop;
    private final Map<String, TypedText> typed = new HashMap<>();
    private OfferBook offers = OfferBook.EMPTY;
    private @Nullable TypedText goal;
    private @Nullable UUID goalOf;

    public ParticipantViewModel(OpenCase openCase, UUID memberId) {
        this.openCase = openCase;
        this.memberId = memberId;
        desk = openCase.desk();
        stop = openCase.follow(this::show);
        readOffers();
    }

    /** What the municipality offers, as read last. */
    OfferBook offers() {
        return offers;
    }

    private void readOffers() {
        desk.tasks().of(() -> OfferBook.read(desk.documents(), desk.today())).then(read -> offers = read).start();
    }

    void dispose() {
        stop.run();
        openCase.close();
    }

    OpenCase openCase() {
        return openCase;
    }

    /** Null until the case is read. */
    ReadOnlyObjectProperty<@Nullable PlanPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    Optional<PlanPage> page() {
        return Optional.ofNullable(page.get());
    }

    /** What is being filled in; null while the whole page is shown. */
    ReadOnlyObjectProperty<@Nullable PlanForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    void open(PlanForm next) {
        form.set(next);
    }

    @Override
    public Desk desk() {
        return desk;
    }

    @Override
    public void leaveForm() {
        form.set(null);
        readOffers();
    }

    /** Whether the user works with plans; others only read. */
    boolean mayPlan() {
        return desk.staff().roles().stream().anyMatch(CaseAccess::plans);
    }

    /** The role that the user changes a plan in. */
    Role role() {
        Role highest = openCase.role();
        return highest.handlesCases() || !desk.staff().has(Role.CONSULTANT) ? highest : Role.CONSULTANT;
    }

    UUID me() {
        return desk.staff().id();
    }

    UUID newId() {
        return desk.newId().get();
    }

    LocalDate today() {
        return desk.today();
    }

    @Override
    public TypedText typed(String field) {
        return typed.computeIfAbsent(field, key -> openCase.typed(key, _ -> {}));
    }

    /** The goal of the running plan, in the person's words; a draft while it is typed. */
    TypedText goal(Plan plan) {
        TypedText known = goal;
        if (known == null || !plan.id().equals(goalOf)) {
            known = openCase.typed("plan/goal/" + plan.id(), words -> setGoal(plan.id(), words));
            goal = known;
            goalOf = plan.id();
        }
        return known;
    }

    /** R21: the receipt, before anybody has decided. */
    void receive(Referral referral) {
        change(Referral.class, referral.id(),
                now -> now.status() == Referral.Status.SENT ? now.receive(newId(), me(), desk.clock().instant()) : now, () -> {});
    }

    /** R21: takes it. */
    void accept(Referral referral) {
        change(Referral.class, referral.id(), now -> now.unanswered() ? now.accept(newId(), me(), desk.clock().instant()) : now, () -> {});
    }

    /** A step of an action is done today, or not done after all. */
    void step(Action action, UUID stepId, boolean done) {
        change(Action.class, action.id(),
                now -> now.ending() != null
                        ? now
                        : now.with(now.steps()
                                .stream()
                                .map(step -> step.id().equals(stepId) ? new ActionStep(stepId, step.what(), done ? today() : null) : step)
                                .toList()),
                () -> {});
    }

    /** R23: only when each of its actions has ended. */
    void closePlan(Plan plan) {
        if (page().map(PlanPage::open).orElse(List.of()).stream().noneMatch(action -> action.planId().equals(plan.id())) && desk.dialogs()
                .confirm(desk.texts().of("plan.close.title"), desk.texts().of("plan.close.text"), desk.texts().of("plan.close"))) {
            openCase.edit(documents -> documents.of(Plan.class)
                    .stream()
                    .filter(now -> now.id().equals(plan.id()) && now.running())
                    .findFirst()
                    .filter(now -> documents.of(Action.class).stream().noneMatch(a -> a.planId().equals(now.id()) && a.ending() == null))
                    .map(now -> Intent.change(now, now.close(documents.of(Action.class), today())))
                    .orElse(new Intent(List.of())));
        }
    }

    /** Changes one document from its newest state; nothing is written when it stays as it was. */
    <D extends Document> void change(Class<D> type, UUID id, UnaryOperator<D> change, Runnable then) {
        openCase.edit(documents -> documents.of(type)
                .stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .map(before -> changed(before, change.apply(before)))
                .orElse(new Intent(List.of())), then);
    }

    private static Intent changed(Document before, Document after) {
        return before.equals(after) ? new Intent(List.of()) : Intent.change(before, after);
    }

    private void setGoal(UUID planId, String words) {
        change(Plan.class, planId, now -> now.running() ? now.write(words, now.goals(), now.followUpOn()) : now, () -> {});
    }

    private void show(CaseSituation now) {
        PlanPage next = PlanPage.of(now, memberId);
        next.running().ifPresent(plan -> goal(plan).show(plan.selfSupportGoal()));
        page.set(next);
    }
}
