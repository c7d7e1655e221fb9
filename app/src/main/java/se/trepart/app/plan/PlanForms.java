package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.control.Choice;
import se.trepart.app.text.SwedishOrder;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Staff;
import se.trepart.model.followup.Reminder;
import se.trepart.model.followup.Side;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Plan.FollowUp;
import se.trepart.model.plan.Plan.Goal;
import se.trepart.model.plan.PlanVersion;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** What is written in a plan in one go (genomförandeplan): its beginning, a goal, a follow-up (R27), a version to keep, who keeps it. */
final class PlanForms {

    private PlanForms() {}

    /** Börjar planen, with or without a template; the first action is next. */
    static final class Begin extends ParticipantForm {

        private final PlanPage page;

        Begin(ParticipantViewModel participant, PlanPage page) {
            super(participant, Name.BEGIN, page.adult().id());
            this.page = page;
            List<Choice<String>> templates = Stream
                    .concat(Stream.of(new Choice<String>(texts().of("plan.template.none"), null)),
                            PlanTemplate.all().stream().map(one -> new Choice<>(one.name(), one.key())))
                    .toList();
            add(Key.TEMPLATE, Kind.CHOICE, "", templates, () -> false);
            add(Key.SELF_SUPPORT, Kind.WORDS, true);
            add(Key.NEXT_ON, Kind.DAY, true);
        }

        @Override
        protected List<Fault> faults() {
            return nextFaults(this);
        }

        @Override
        protected void act(Runnable then) {
            Optional<PlanTemplate> template = PlanTemplate.of(words(Key.TEMPLATE));
            List<Goal> goals = template.map(PlanTemplate::goals)
                    .orElse(List.of())
                    .stream()
                    .map(goal -> new Goal(participant().newId(), goal.what(), goal.how(), null, null))
                    .toList();
            LocalDate today = participant().today();
            UUID referralId = page.accepted().map(Referral::id).orElse(null);
            Plan plan = new Plan(participant().newId(), page.now().documents().unitId(), page.now().documents().id(), page.adult().id(),
                    participant().me(), referralId, words(Key.SELF_SUPPORT), goals, today, day(Key.NEXT_ON).orElseThrow(), List.of(), null);
            participant().openCase()
                    .edit(documents -> running(documents.of(Plan.class)) ? new Intent(List.of()) : Intent.create(plan), () -> {
                        then.run();
                        template.ifPresent(chosen -> participant().page()
                                .ifPresent(now -> participant().open(new ActionForms.New(participant(), now, plan, chosen))));
                    });
        }

        private boolean running(List<Plan> plans) {
            return plans.stream().anyMatch(plan -> plan.running() && plan.memberId().equals(page.adult().id()));
        }
    }

    /** Ett delmål, new or as it stands. */
    static final class OfGoal extends ParticipantForm {

        private final UUID planId;
        private final UUID goalId;

        /** @param goal null for a new one */
        OfGoal(ParticipantViewModel participant, Plan plan, @Nullable Goal goal) {
            super(participant, Name.GOAL, goal == null ? plan.id() : goal.id());
            planId = plan.id();
            goalId = goal == null ? participant.newId() : goal.id();
            add(Key.WHAT, Kind.WORDS, goal == null ? "" : goal.what(), List.of(), () -> true);
            add(Key.HOW, Kind.WORDS, goal == null ? "" : goal.how(), List.of(), () -> false);
            add(Key.BY, Kind.DAY, goal == null ? "" : text(goal.by()), List.of(), () -> false);
            if (goal != null) {
                add(Key.REACHED_ON, Kind.DAY, text(goal.reachedOn()), List.of(), () -> false);
            }
        }

        @Override
        protected void act(Runnable then) {
            LocalDate reached = fields().stream().anyMatch(f -> f.key() == Key.REACHED_ON) ? day(Key.REACHED_ON).orElse(null) : null;
            Goal next = new Goal(goalId, words(Key.WHAT), words(Key.HOW), day(Key.BY).orElse(null), reached);
            participant().change(Plan.class, planId, now -> {
                List<Goal> goals = new ArrayList<>(now.goals());
                if (goals.stream().anyMatch(goal -> goal.id().equals(goalId))) {
                    goals.replaceAll(goal -> goal.id().equals(goalId) ? next : goal);
                } else {
                    goals.add(next);
                }
                return now.running() ? now.write(now.selfSupportGoal(), goals, now.followUpOn()) : now;
            }, then);
        }
    }

    /** Följer upp planen: what came out of it, and when the next time is. */
    static final class OfFollowUp extends ParticipantForm {

        private final UUID planId;

        OfFollowUp(ParticipantViewModel participant, Plan plan) {
            super(participant, Name.FOLLOW_UP, plan.id());
            planId = plan.id();
            needed(Key.WORDS);
            add(Key.NEXT_ON, Kind.DAY, true);
        }

        @Override
        protected List<Fault> faults() {
            return nextFaults(this);
        }

        @Override
        protected void act(Runnable then) {
            FollowUp how = new FollowUp(participant().newId(), participant().today(), participant().me(), words(Key.WORDS));
            LocalDate next = day(Key.NEXT_ON).orElseThrow();
            participant().change(Plan.class, planId, now -> now.running() ? now.followedUp(how, next) : now, then);
        }
    }

    /** Behåller planen som den är nu, to be signed. */
    static final class Version extends ParticipantForm {

        private final UUID planId;

        Version(ParticipantViewModel participant, Plan plan) {
            super(participant, Name.VERSION, plan.id());
            planId = plan.id();
            needed(Key.NEWS);
        }

        @Override
        protected void act(Runnable then) {
            UUID id = participant().newId();
            String news = words(Key.NEWS);
            participant().openCase()
                    .edit(documents -> documents.of(Plan.class)
                            .stream()
                            .filter(plan -> plan.id().equals(planId))
                            .findFirst()
                            .map(plan -> Intent
                                    .create(PlanVersion.keep(id, plan, documents.of(Action.class), documents.of(PlanVersion.class), news,
                                            participant().me(), participant().openCase().desk().clock().instant())))
                            .orElse(new Intent(List.of())), then);
        }
    }

    /** Lämnar över planen till en annan konsulent. What follows from rules goes along; the keeper's own reminders when somebody says so. */
    static final class HandOver extends ParticipantForm {

        private static final String ALONG = "along";
        private final PlanPage page;
        private final Plan plan;
        private final List<Staff> others;

        HandOver(ParticipantViewModel participant, PlanPage page, Plan plan) {
            super(participant, Name.HAND_OVER, plan.id());
            this.page = page;
            this.plan = plan;
            CaseDocuments documents = page.now().documents();
            others = SwedishOrder.sorted(page.now()
                    .registers()
                    .staff()
                    .stream()
                    .filter(one -> !one.id().equals(plan.consultant()) && CaseAccess.mayKeep(one, documents.file(), documents.household()))
                    .toList(), Staff::name);
            add(Key.NEW_KEEPER, Kind.CHOICE, "", Stream.concat(Stream.of(new Choice<String>(texts().of("plan.choose"), null)),
                    others.stream().map(one -> new Choice<>(one.name(), one.id().toString()))).toList(), () -> true);
            needed(Key.WHY);
            if (!own(documents, plan).isEmpty()) {
                add(Key.REMINDERS, Kind.CHOICE, "", List.of(new Choice<>(texts().of("plan.choose"), null),
                        new Choice<>(texts().of("plan.hand-over.along"), ALONG), new Choice<>(texts().of("plan.hand-over.stay"), "stay")),
                        () -> true);
            }
        }

        @Override
        String about() {
            return texts().of("plan.hand-over.follows");
        }

        @Override
        String note() {
            return others.isEmpty() ? texts().of("plan.hand-over.nobody") : "";
        }

        @Override
        protected void act(Runnable then) {
            UUID to = UUID.fromString(words(Key.NEW_KEEPER));
            UUID versionId = participant().newId();
            String why = texts().of("plan.hand-over.why", page.staff(plan.consultant()), page.staff(to), words(Key.WHY));
            boolean along = fields().stream().anyMatch(field -> field.key() == Key.REMINDERS) && words(Key.REMINDERS).equals(ALONG);
            participant().openCase()
                    .edit(documents -> documents.of(Plan.class)
                            .stream()
                            .filter(now -> now.id().equals(plan.id()) && now.consultant().equals(plan.consultant())
                                    && CaseAccess.handsOver(desk().staff(), now))
                            .findFirst()
                            .map(now -> handed(documents, now, to, versionId, why, along))
                            .orElse(new Intent(List.of())), then);
        }

        private Intent handed(CaseDocuments documents, Plan now, UUID to, UUID versionId, String why, boolean along) {
            Plan next = now.handOver(to);
            Intent intent = Intent.change(now, next)
                    .andCreate(PlanVersion.keep(versionId, next, documents.of(Action.class), documents.of(PlanVersion.class), why,
                            participant().me(), desk().clock().instant()));
            for (Reminder reminder : along ? own(documents, now) : List.<Reminder>of()) {
                intent = intent.andChange(reminder, reminder.handOver(to));
            }
            return intent;
        }

        /** What the keeper alone is reminded of in the case. */
        private static List<Reminder> own(CaseDocuments documents, Plan plan) {
            return documents.of(Reminder.class)
                    .stream()
                    .filter(reminder -> reminder.open() && reminder.side() == Side.PLAN && plan.consultant().equals(reminder.forStaff()))
                    .toList();
        }
    }

    private static List<PlanForm.Fault> nextFaults(ParticipantForm form) {
        boolean early = form.day(PlanForm.Key.NEXT_ON).filter(on -> !on.isAfter(form.participant().today())).isPresent();
        return early ? List.of(new PlanForm.Fault(PlanForm.Key.NEXT_ON, form.texts().of("plan.fault.next-early"))) : List.of();
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
