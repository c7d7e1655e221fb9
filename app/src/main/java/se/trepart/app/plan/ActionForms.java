package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Role;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Action.ActionStep;
import se.trepart.model.plan.ActionChange;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.ActionEnding;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Outcome;
import se.trepart.model.plan.Plan;

/** What is written about an action in one go (insats): a new one, a change, an answer, its end with the evaluation. R23, R28 */
final class ActionForms {

    private static final int HOURS_OF_A_WEEK = 168;
    private static final String YES = "yes";

    private ActionForms() {}

    /** The terms as fields. */
    private abstract static class WithTerms extends ParticipantForm {

        private final PlanPage page;

        WithTerms(ParticipantViewModel participant, Name name, UUID about, PlanPage page) {
            super(participant, name, about);
            this.page = page;
        }

        /** @param chosen kind and hours that are known from the beginning; the rest is empty for a new action */
        final void addTerms(String kind, String place, UUID responsible, String starts, String ends, String hours, String goal) {
            add(Key.KIND, Kind.CHOICE, kind, Stream.concat(Stream.of(new Choice<String>(texts().of("plan.choose"), null)),
                    ActionKind.catalogue().stream().map(one -> new Choice<>(one.name(), one.key()))).toList(), () -> true);
            add(Key.PLACE, Kind.LINE, place, List.of(), () -> true);
            add(Key.STARTS_ON, Kind.DAY, starts, List.of(), () -> true);
            add(Key.ENDS_ON, Kind.DAY, ends, List.of(), () -> true);
            add(Key.HOURS, Kind.NUMBER, hours, List.of(), () -> true);
            add(Key.RESPONSIBLE, Kind.CHOICE, responsible.toString(),
                    page.now()
                            .registers()
                            .staff()
                            .stream()
                            .filter(one -> one.active() && one.roles().stream().anyMatch(CaseAccess::plans))
                            .map(one -> new Choice<>(one.name(), one.id().toString()))
                            .toList(),
                    () -> true);
            add(Key.GOAL, Kind.WORDS, goal, List.of(), () -> false);
        }

        /** R23: there is always a last day, and it is not before the first. */
        @Override
        protected List<Fault> faults() {
            return termFaults();
        }

        private List<Fault> termFaults() {
            List<Fault> faults = new ArrayList<>();
            Optional<LocalDate> starts = day(Key.STARTS_ON);
            if (day(Key.ENDS_ON).filter(end -> starts.filter(end::isBefore).isPresent()).isPresent()) {
                faults.add(new Fault(Key.ENDS_ON, texts().of("plan.fault.ends-before")));
            }
            if (!words(Key.HOURS).isEmpty() && number(Key.HOURS).filter(hours -> hours <= HOURS_OF_A_WEEK).isEmpty()) {
                faults.add(new Fault(Key.HOURS, texts().of("plan.fault.hours")));
            }
            return faults;
        }

        /** Empty while something is missing or wrong. */
        final Optional<ActionTerms> terms() {
            boolean filled = fields().stream().noneMatch(field -> field.key() != Key.WHY && field.needed().getAsBoolean() && field.empty());
            if (!filled || !termFaults().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new ActionTerms(words(Key.KIND), words(Key.PLACE), UUID.fromString(words(Key.RESPONSIBLE)),
                    day(Key.STARTS_ON).orElseThrow(), day(Key.ENDS_ON).orElseThrow(), number(Key.HOURS).orElseThrow(), words(Key.GOAL)));
        }

        final PlanPage page() {
            return page;
        }
    }

    /** Lägger till en insats. */
    static final class New extends WithTerms {

        private final Plan plan;

        New(ParticipantViewModel participant, PlanPage page, Plan plan) {
            this(participant, page, plan, "", "", List.of());
        }

        /** What the template knows stands there; when it begins and ends is for people to say. */
        New(ParticipantViewModel participant, PlanPage page, Plan plan, PlanTemplate template) {
            this(participant, page, plan, template.kind(), Integer.toString(template.hours()), template.steps());
        }

        private New(ParticipantViewModel participant, PlanPage page, Plan plan, String kind, String hours, List<String> steps) {
            super(participant, Name.NEW_ACTION, plan.id(), page);
            this.plan = plan;
            List<Choice<String>> offers = Stream
                    .concat(Stream.of(new Choice<String>(texts().of("plan.offer.none"), null)),
                            participant.offers().choices(texts()).stream())
                    .toList();
            add(Key.OFFER, Kind.CHOICE, "", offers, () -> false);
            addTerms(kind, "", participant.me(), "", "", hours, "");
            add(Key.STEPS, Kind.WORDS, String.join("\n", steps), List.of(), () -> false);
            if (page.accepted().isPresent()) {
                add(Key.ASKED_FOR, Kind.CHOICE, "", List.of(new Choice<>(texts().of("plan.choose"), null),
                        new Choice<>(texts().of("plan.asked-for.yes"), YES), new Choice<>(texts().of("plan.asked-for.no"), "no")),
                        () -> true);
            }
            // what is offered says kind and place
            field(Key.OFFER).text().textProperty().subscribe((_, id) -> takeOffer(id));
        }

        private void takeOffer(String id) {
            if (!id.isEmpty()) {
                participant().offers().find(id).ifPresent(offer -> {
                    field(Key.KIND).text().textProperty().set(offer.kind());
                    field(Key.PLACE).text().textProperty().set(offer.place());
                });
            }
        }

        @Override
        protected void act(Runnable then) {
            boolean asked = page().accepted().isPresent() && words(Key.ASKED_FOR).equals(YES);
            UUID referralId = asked ? page().accepted().orElseThrow().id() : null;
            List<ActionStep> steps = steps(this, List.of());
            Action action = Action.begin(participant().newId(), plan, referralId, terms().orElseThrow(), steps);
            participant().openCase().edit(_ -> Intent.create(action), then);
        }
    }

    /** Ändrar eller förlänger, or proposes to. */
    static final class Change extends WithTerms {

        private final Action action;

        Change(ParticipantViewModel participant, PlanPage page, Action action) {
            super(participant, Name.CHANGE, action.id(), page);
            this.action = action;
            ActionTerms now = action.terms();
            addTerms(now.kind(), now.place(), now.responsible(), now.startsOn().toString(), now.endsOn().toString(),
                    Integer.toString(now.hoursAWeek()), now.goal());
            needed(Key.WHY);
        }

        @Override
        protected List<Fault> faults() {
            List<Fault> faults = new ArrayList<>(super.faults());
            if (terms().filter(action.terms()::equals).isPresent()) {
                faults.add(new Fault(Key.ENDS_ON, texts().of("plan.fault.nothing-changed")));
            }
            return faults;
        }

        /** Whose answer it needs before it is made. */
        @Override
        String note() {
            Asks asks = terms().map(next -> action.asks(next, participant().role(), page().settings())).orElse(Asks.NOBODY);
            return asks == Asks.NOBODY ? "" : texts().name("plan.asks", asks);
        }

        @Override
        protected void act(Runnable then) {
            ActionTerms next = terms().orElseThrow();
            String why = words(Key.WHY);
            UUID changeId = participant().newId();
            participant().change(Action.class, action.id(),
                    now -> now.ending() == null && now.proposal().isEmpty() && !next.equals(now.terms())
                            ? now.change(changeId, next, why, participant().me(), participant().role(), participant().today(),
                                    page().settings())
                            : now,
                    then);
        }
    }

    /** Svarar på ett förslag: yes, or no with a reason. */
    static final class Answer extends ParticipantForm {

        private static final String NO = "no";
        private final UUID actionId;

        Answer(ParticipantViewModel participant, Action action) {
            super(participant, Name.ANSWER, action.id());
            actionId = action.id();
            add(Key.WHAT, Kind.CHOICE, "", List.of(new Choice<>(texts().of("plan.choose"), null),
                    new Choice<>(texts().of("plan.answer.yes"), YES), new Choice<>(texts().of("plan.answer.no"), NO)), () -> true);
            add(Key.WHY, Kind.WORDS, "", List.of(), () -> words(Key.WHAT).equals(NO));
        }

        /** Whether the user is who the proposal asks. */
        static boolean mayAnswer(ParticipantViewModel participant, ActionChange proposal) {
            return participant.role().covers(proposal.answeredBy());
        }

        @Override
        protected void act(Runnable then) {
            boolean yes = words(Key.WHAT).equals(YES);
            String why = words(Key.WHY);
            Role role = participant().role();
            participant().change(Action.class, actionId,
                    now -> now.proposal().filter(waiting -> role.covers(waiting.answeredBy())).isPresent()
                            ? now.answer(yes, why, participant().me(), role, participant().today())
                            : now,
                    then);
        }
    }

    /** Avslutar och utvärderar, with what the three say (R23). */
    static final class End extends ParticipantForm {

        private final UUID actionId;

        End(ParticipantViewModel participant, Action action) {
            super(participant, Name.END, action.id());
            actionId = action.id();
            add(Key.ON, Kind.DAY, true);
            needed(Key.DONE, Key.GAVE, Key.APPLICANT, Key.CASEWORKER, Key.CONSULTANT);
            add(Key.OUTCOME, Kind.CHOICE, "",
                    Stream.concat(Stream.of(new Choice<String>(texts().of("plan.choose"), null)),
                            Arrays.stream(Outcome.values()).map(one -> new Choice<>(texts().name("plan.outcome", one), one.name())))
                            .toList(),
                    () -> true);
            add(Key.WORK_FROM, Kind.DAY, "", List.of(), () -> outcome().filter(Outcome::work).isPresent());
            needed(Key.NEXT_STEP);
        }

        @Override
        protected List<Fault> faults() {
            boolean later = day(Key.ON).filter(on -> on.isAfter(participant().today())).isPresent();
            return later ? List.of(new Fault(Key.ON, texts().of("plan.fault.ended-later"))) : List.of();
        }

        private Optional<Outcome> outcome() {
            String chosen = words(Key.OUTCOME);
            return chosen.isEmpty() ? Optional.empty() : Optional.of(Outcome.valueOf(chosen));
        }

        @Override
        protected void act(Runnable then) {
            ActionEnding how = new ActionEnding(day(Key.ON).orElseThrow(), outcome().orElseThrow(), words(Key.DONE), words(Key.GAVE),
                    words(Key.APPLICANT), words(Key.CASEWORKER), words(Key.CONSULTANT), words(Key.NEXT_STEP),
                    outcome().filter(Outcome::work).isPresent() ? day(Key.WORK_FROM).orElseThrow() : null, null, participant().me());
            participant().change(Action.class, actionId, now -> now.ending() == null && now.proposal().isEmpty() ? now.end(how) : now,
                    then);
        }
    }

    /** Noterar vilken dag arbetet slutade; no day when it goes on after all. */
    static final class WorkEnded extends ParticipantForm {

        private final Action action;

        WorkEnded(ParticipantViewModel participant, Action action) {
            super(participant, Name.WORK_ENDED, action.id());
            this.action = action;
            add(Key.WORK_TO, Kind.DAY, before().map(LocalDate::toString).orElse(""), List.of(), () -> before().isEmpty());
        }

        /** Whether the action led to work, so that there is a day to note. */
        static boolean asked(Action action) {
            return Optional.ofNullable(action.ending()).filter(ending -> ending.outcome().work()).isPresent();
        }

        @Override
        protected List<Fault> faults() {
            Optional<LocalDate> day = day(Key.WORK_TO);
            if (day.isPresent() && day.get().isAfter(participant().today())) {
                return List.of(new Fault(Key.WORK_TO, texts().of("plan.fault.work-later")));
            }
            Optional<LocalDate> from = Optional.ofNullable(action.ending()).flatMap(ending -> Optional.ofNullable(ending.workFrom()));
            return day.filter(to -> from.filter(to::isBefore).isPresent()).isPresent()
                    ? List.of(new Fault(Key.WORK_TO, texts().of("plan.fault.work-before", from.map(Formats::date).orElse(""))))
                    : List.of();
        }

        @Override
        String note() {
            Optional<LocalDate> to = day(Key.WORK_TO);
            if (to.isEmpty() || !faults().isEmpty() || !asked(action)) {
                return "";
            }
            boolean counts = Optional.ofNullable(action.workEnded(to.get()).ending()).flatMap(ActionEnding::workCountsFrom).isPresent();
            return counts ? "" : texts().of("plan.work.too-short");
        }

        private Optional<LocalDate> before() {
            return Optional.ofNullable(action.ending()).flatMap(ending -> Optional.ofNullable(ending.workTo()));
        }

        @Override
        protected void act(Runnable then) {
            LocalDate workTo = day(Key.WORK_TO).orElse(null);
            participant().change(Action.class, action.id(), now -> asked(now) ? now.workEnded(workTo) : now, then);
        }
    }

    /** Ändrar delmomenten, one a line; what was done stays done. */
    static final class Steps extends ParticipantForm {

        private final Action action;

        Steps(ParticipantViewModel participant, Action action) {
            super(participant, Name.STEPS, action.id());
            this.action = action;
            add(Key.STEPS, Kind.WORDS, String.join("\n", action.steps().stream().map(ActionStep::what).toList()), List.of(), () -> false);
        }

        @Override
        protected void act(Runnable then) {
            participant().change(Action.class, action.id(), now -> now.ending() == null ? now.with(steps(this, now.steps())) : now, then);
        }
    }

    private static List<ActionStep> steps(ParticipantForm form, List<ActionStep> before) {
        return form.words(PlanForm.Key.STEPS)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> before.stream()
                        .filter(step -> step.what().equals(line))
                        .findFirst()
                        .orElseGet(() -> new ActionStep(form.participant().newId(), line, null)))
                .toList();
    }
}
