package se.trepart.model.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.plan.ReferralIncomplete.Part;

import org.jspecify.annotations.Nullable;

/**
 * A referral of an adult to the labour-market unit (remiss till arbetsmarknadsenheten). R21, R26
 *
 * @param memberId the adult of the household
 * @param toUnitId the unit that it is sent to
 * @param need what the person needs help with
 * @param wantedKind the kind of action asked for, a key of {@link ActionKind}; empty when the consultant is to propose one
 * @param purpose why
 * @param goal what is to be reached
 * @param content what the person is to do
 * @param consequences what happens to the aid when the person does not take part
 * @param told that the applicant was told all this; null until then
 * @param steps what happened to it, oldest first; none while it is being written
 * @param returned null unless it was returned (R26)
 */
public record Referral(UUID id, UUID unitId, UUID caseId, UUID memberId, UUID toUnitId, String need, String wantedKind, String purpose,
        String goal, String content, String consequences, @Nullable Told told, LocalDate writtenOn, UUID writtenBy, List<Step> steps,
        @Nullable ReferralReturn returned) implements Document {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** How the applicant was told, and when. */
    public record Told(How how, LocalDate on) {

        /** In which way. */
        public enum How {
            MEETING,
            PHONE,
            LETTER
        }
    }

    /** Where a referral is. */
    public enum Status {
        /** skrivs */
        WRITING,
        /** skickad */
        SENT,
        /** mottagen */
        RECEIVED,
        /** antagen */
        ACCEPTED,
        /** avböjd */
        DECLINED,
        /** återremitterad */
        RETURNED
    }

    /**
     * One step on the way.
     *
     * @param words the reason when it was declined; empty otherwise
     */
    public record Step(UUID id, Status status, UUID by, Instant at, String words) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Step[" + id + ", " + status + "]";
        }
    }

    public Referral {
        steps = List.copyOf(steps);
    }

    /** A new one, to be written. */
    public static Referral begin(UUID id, UUID unitId, UUID caseId, UUID memberId, UUID toUnitId, UUID by, LocalDate today) {
        return new Referral(id, unitId, caseId, memberId, toUnitId, "", "", "", "", "", "", null, today, by, List.of(), null);
    }

    public Status status() {
        return steps.isEmpty() ? Status.WRITING : steps.getLast().status();
    }

    /** Whether the labour-market unit has it and has not answered. */
    public boolean unanswered() {
        return status() == Status.SENT || status() == Status.RECEIVED;
    }

    /** Whether the person is with the labour-market unit because of it. */
    public boolean running() {
        return status() == Status.ACCEPTED;
    }

    public Optional<LocalDate> on(Status status) {
        return steps.stream().filter(step -> step.status() == status).reduce((_, last) -> last).map(step -> day(step.at()));
    }

    /** R21: the last day for an answer, accepted or declined; empty until it is sent. */
    public Optional<LocalDate> answerBy(PlanningSettings settings) {
        return on(Status.SENT).map(sent -> sent.plusDays(settings.referralAnswerDays()));
    }

    /** @throws NotInThisReferralStatus when it has been sent */
    public Referral write(String need, String wantedKind, String purpose, String goal, String content, String consequences,
            @Nullable Told told) {
        require(Status.WRITING);
        return new Referral(id, unitId, caseId, memberId, toUnitId, need, wantedKind, purpose, goal, content, consequences, told, writtenOn,
                writtenBy, steps, returned);
    }

    /** R21: what is missing before it can be sent. */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        addBlank(missing, Part.NEED, need);
        addBlank(missing, Part.PURPOSE, purpose);
        addBlank(missing, Part.GOAL, goal);
        addBlank(missing, Part.CONTENT, content);
        addBlank(missing, Part.CONSEQUENCES, consequences);
        if (told == null) {
            missing.add(Part.TOLD);
        }
        return missing;
    }

    /**
     * R21: sends it.
     *
     * @throws ReferralIncomplete with everything that is missing
     * @throws NotInThisReferralStatus when it has been sent
     */
    public Referral send(UUID stepId, UUID by, Instant at) {
        require(Status.WRITING);
        List<Part> missing = missing();
        if (!missing.isEmpty()) {
            throw new ReferralIncomplete(missing);
        }
        return step(stepId, Status.SENT, by, at, "");
    }

    /** The receipt. @throws NotInThisReferralStatus when it is not on its way */
    public Referral receive(UUID stepId, UUID by, Instant at) {
        require(Status.SENT);
        return step(stepId, Status.RECEIVED, by, at, "");
    }

    /** @throws NotInThisReferralStatus when it has been answered already */
    public Referral accept(UUID stepId, UUID by, Instant at) {
        require(Status.SENT, Status.RECEIVED);
        return step(stepId, Status.ACCEPTED, by, at, "");
    }

    /**
     * @throws IllegalArgumentException when there is no reason
     * @throws NotInThisReferralStatus when it has been answered already
     */
    public Referral decline(UUID stepId, String reason, UUID by, Instant at) {
        require(Status.SENT, Status.RECEIVED);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a referral is declined with a reason");
        }
        return step(stepId, Status.DECLINED, by, at, reason);
    }

    /**
     * R26: sends the person back to the caseworker.
     *
     * @throws ReferralIncomplete when the assessment, the reason, the evaluation or the talk with the caseworker is missing
     * @throws NotInThisReferralStatus when it was not accepted
     */
    public Referral giveBack(UUID stepId, ReferralReturn why, UUID by, Instant at) {
        require(Status.ACCEPTED);
        List<Part> missing = why.missing();
        if (!missing.isEmpty()) {
            throw new ReferralIncomplete(missing);
        }
        return step(stepId, Status.RETURNED, by, at, "").with(why);
    }

    private Referral step(UUID stepId, Status status, UUID by, Instant at, String words) {
        List<Step> next = new ArrayList<>(steps);
        next.add(new Step(stepId, status, by, at, words));
        return new Referral(id, unitId, caseId, memberId, toUnitId, need, wantedKind, purpose, goal, content, consequences, told, writtenOn,
                writtenBy, next, returned);
    }

    private Referral with(ReferralReturn why) {
        return new Referral(id, unitId, caseId, memberId, toUnitId, need, wantedKind, purpose, goal, content, consequences, told, writtenOn,
                writtenBy, steps, why);
    }

    private void require(Status... allowed) {
        if (!List.of(allowed).contains(status())) {
            throw new NotInThisReferralStatus(status());
        }
    }

    static void addBlank(List<Part> missing, Part part, String text) {
        if (text.isBlank()) {
            missing.add(part);
        }
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SWEDEN).toLocalDate();
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.REFERRAL;
    }

    @Override
    public String documentState() {
        return status().name();
    }

    @Override
    public LocalDate documentDate() {
        return writtenOn;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Referral[" + id + "]";
    }
}
