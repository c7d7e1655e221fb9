package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Appeal;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Sending;

import org.jspecify.annotations.Nullable;

/** Puts the page of a letter together from the case (brevets sida), and knows what an application's letters are about. */
final class LetterSheets {

    private final OpenCase openCase;
    private final Texts texts;

    LetterSheets(OpenCase openCase) {
        this.openCase = openCase;
        texts = openCase.desk().texts();
    }

    /**
     * @param subjects what there can be letters about; {@link #subjects}
     * @param subject the chosen one of them; null when there is none
     * @param toSendOn when the letter is to be sent; what is sent already keeps its own day
     */
    LetterSheet sheet(List<Document> subjects, @Nullable Document subject, CaseSituation now, LocalDate toSendOn) {
        List<Choice<UUID>> choices = subjects.stream().map(s -> new Choice<>(label(s, now.documents()), s.id())).toList();
        return Optional.ofNullable(subject)
                .flatMap(s -> about(now.documents(), s.id()).map(letter -> sheet(letter, s, choices, now, toSendOn)))
                .orElseGet(() -> new LetterSheet(null, choices, false, "", "", "", false, false));
    }

    /** Made decisions on aid and completion requests, newest first. */
    static List<Document> subjects(CaseDocuments documents, Application application) {
        List<Document> subjects = new ArrayList<>();
        documents.decisionsOf(application)
                .stream()
                .filter(d -> d.made() && d.kind() == DecisionKind.AID)
                .sorted(Comparator.comparing(Decision::preparedOn).reversed())
                .sorted(Comparator.comparing(d -> d.corrects() == null ? 1 : 0))
                .forEach(subjects::add);
        subjects.addAll(documents.completionRequests(application));
        return subjects;
    }

    /** The letter about a decision or a request. */
    static Optional<Letter> about(CaseDocuments documents, UUID aboutId) {
        return documents.letters().stream().filter(l -> l.aboutId().equals(aboutId)).findFirst();
    }

    /** The decision's own reasons; a full yes without any says the plain fact. */
    String firstWhy(Document subject, LetterKind kind) {
        if (subject instanceof Decision decision) {
            boolean fact = decision.reasons().isBlank() && kind == LetterKind.GRANTED;
            return fact ? texts.of("letter.why.granted", Formats.month(decision.period())) : decision.reasons();
        }
        return "";
    }

    private LetterSheet sheet(Letter letter, Document subject, List<Choice<UUID>> choices, CaseSituation now, LocalDate toSendOn) {
        Household household = now.documents().household();
        Sending sending = letter.sending();
        boolean missing = sending == null && letter.confirmationMissing(household);
        boolean mine = letter.writtenBy().equals(openCase.desk().staff().id());
        return new LetterSheet(letter, choices, sending == null && openCase.mayChange(), appeal(subject, letter, now, toSendOn),
                sending == null
                        ? ""
                        : texts.of("letter.sent", Formats.longDate(sending.on()), texts.name("letter.way", sending.way()),
                                name(sending.by(), now)),
                confirmation(letter, household, now), missing, missing && !mine && openCase.mayChange());
    }

    private String confirmation(Letter letter, Household household, CaseSituation now) {
        if (!household.isProtected()) {
            return "";
        }
        return letter.confirmedBy() == null
                ? texts.of("letter.confirm.needed")
                : texts.of("letter.confirm.done", name(letter.confirmedBy(), now));
    }

    /** R19. */
    private String appeal(Document subject, Letter letter, CaseSituation now, LocalDate toSendOn) {
        if (!(subject instanceof Decision decision)) {
            return "";
        }
        LocalDate sent = letter.sending() == null ? toSendOn : letter.sending().on();
        Settings settings = now.registers().settings(sent);
        Appeal appeal = Appeal.of(decision, sent, settings);
        LocalDate lastDay = appeal.lastDay();
        if (lastDay != null) {
            return texts.of("letter.appeal.last-day", Formats.longDate(lastDay), Formats.longDate(appeal.receivedOn()));
        }
        return texts.of(appeal.ways().isEmpty() ? "letter.appeal.none" : "letter.appeal.legality");
    }

    private String label(Document subject, CaseDocuments documents) {
        String state = texts.of(
                about(documents, subject.id()).filter(l -> l.sending() != null).isPresent() ? "letter.state.sent" : "letter.state.draft");
        return switch (subject) {
            case Decision decision -> texts.of("letter.subject.decision", texts.name("letter.kind", DecisionLetter.kind(decision)), state);
            case CompletionRequest request -> texts.of("letter.subject.request", Formats.date(request.sentOn()), state);
            default -> "–";
        };
    }

    private static String name(@Nullable UUID staff, CaseSituation now) {
        return now.registers().staff(staff).map(Staff::name).orElse("–");
    }
}
