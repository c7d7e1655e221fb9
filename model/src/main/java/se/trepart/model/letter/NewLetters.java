package se.trepart.model.letter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.model.Document;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/**
 * Which letters there is reason to write in a case (nytt brev): those that the case asks for by itself, and those that a person may choose.
 *
 * @param application the application at hand
 * @param decisions of the application
 * @param requests of the application, newest first
 */
public record NewLetters(CaseFile caseFile, Application application, List<Decision> decisions, List<CompletionRequest> requests,
        List<Referral> referrals, List<Letter> letters) {

    /** A letter that can be written: its kind and the document that gives it its facts. */
    public record Subject(LetterKind kind, Document about) {

        /** Whether a letter is about this. What a decision's letter is called follows the decision, so one is enough. */
        public boolean of(Letter letter) {
            return letter.aboutId().equals(about.id()) && (letter.kind() == kind || letter.kind().tellsDecision() && kind.tellsDecision());
        }

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Subject[" + kind + "]";
        }
    }

    public NewLetters {
        decisions = List.copyOf(decisions);
        requests = List.copyOf(requests);
        referrals = List.copyOf(referrals);
        letters = List.copyOf(letters);
    }

    /** Made decisions of every kind and completion requests: corrections first, then the newest. */
    public List<Subject> proposed() {
        List<Subject> proposed = new ArrayList<>();
        decisions.stream()
                .filter(Decision::made)
                .sorted(Comparator.comparing(Decision::preparedOn).reversed())
                .sorted(Comparator.comparing(d -> d.corrects() == null ? 1 : 0))
                .forEach(decision -> proposed.add(new Subject(DecisionLetter.kind(decision), decision)));
        requests.forEach(request -> proposed.add(new Subject(LetterKind.COMPLETION_REQUEST, request)));
        return proposed;
    }

    /** What a person may choose to write now, in the order of the work. A draft that lies there is not begun twice. */
    public List<Subject> choices() {
        List<Subject> choices = new ArrayList<>();
        if (!application.status().ended()) {
            choices.add(new Subject(LetterKind.CONFIRMATION, application));
            choices.add(new Subject(LetterKind.DELAY, application));
        }
        decisions.stream()
                .filter(decision -> !decision.made() && told(decision.communication()))
                .forEach(decision -> choices.add(new Subject(LetterKind.COMMUNICATION, decision)));
        referrals.stream()
                .filter(referral -> referral.status() != Referral.Status.WRITING)
                .max(Comparator.comparing(referral -> referral.on(Referral.Status.SENT).orElse(referral.writtenOn())))
                .ifPresent(referral -> choices.add(new Subject(LetterKind.REFERRAL_COPY, referral)));
        if (caseFile.responsible() != null) {
            choices.add(new Subject(LetterKind.CASEWORKER_CHANGE, caseFile));
        }
        if (application.status() == ApplicationStatus.DECIDED && decisions.stream().anyMatch(d -> d.made() && d.granted().positive())) {
            choices.add(new Subject(LetterKind.RECOVERY_NOTICE, application));
            choices.add(new Subject(LetterKind.RECOVERY, application));
        }
        choices.add(new Subject(LetterKind.OWN, caseFile));
        return choices.stream().filter(choice -> letters.stream().noneMatch(l -> l.toSend() && choice.of(l))).toList();
    }

    /** FL 33 §: the adults of the household who have no letter like this one, neither sent nor begun. */
    public static List<Adult> others(Letter letter, Household household, List<Letter> letters) {
        return household.adults()
                .stream()
                .filter(adult -> letters.stream().noneMatch(l -> l.sameMatter(letter) && l.ownOf(adult.id()) && !l.chosen().dropped()))
                .toList();
    }

    /** Who stands for the reader and gets the same letter, as far as it is begun. */
    public static List<Representative> representatives(Letter letter, List<Letter> letters) {
        return letters.stream()
                .filter(l -> l.sameMatter(letter) && l.recipientId().equals(letter.recipientId()) && !l.chosen().dropped())
                .flatMap(l -> Optional.ofNullable(l.chosen().representative()).stream())
                .toList();
    }

    /** R18: the latest notice of a recovery that the reader has been sent. */
    public static Optional<Letter> noticeBefore(Letter letter, List<Letter> letters) {
        return letters.stream()
                .filter(l -> l.kind() == LetterKind.RECOVERY_NOTICE && l.aboutId().equals(letter.aboutId()) && l.ownOf(letter.recipientId())
                        && l.sending() != null)
                .max(Comparator.comparing(Letter::writtenOn));
    }

    private static boolean told(@Nullable Communication communication) {
        return communication != null && communication.sentOn() != null;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "NewLetters[" + caseFile.id() + "]";
    }
}
