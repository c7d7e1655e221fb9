package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Appeal;
import se.trepart.model.decision.Decision;
import se.trepart.model.letter.DeliveryDay;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.NewLetters;
import se.trepart.model.letter.NewLetters.Subject;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.PlainLanguageResult;
import se.trepart.model.letter.Sending;
import se.trepart.model.person.Person;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** Puts the page of a letter together from the case (brevets sida), and knows which letters there are. */
final class LetterSheets {

    private final OpenCase openCase;
    private final Texts texts;

    LetterSheets(OpenCase openCase) {
        this.openCase = openCase;
        texts = openCase.desk().texts();
    }

    /** The letters of an application and of the case: those that the case asks for first, then the others, the newest first. */
    List<LetterEntry> entries(CaseDocuments documents, Application application) {
        UUID applicant = documents.household().applicant().id();
        List<Letter> kept = documents.letters()
                .stream()
                .filter(letter -> !letter.chosen().dropped())
                .sorted(Comparator.comparing(letter -> letter.ownOf(applicant) ? 0 : 1))
                .toList();
        List<LetterEntry> entries = new ArrayList<>();
        for (Subject subject : at(documents, application).proposed()) {
            List<Letter> written = kept.stream().filter(subject::of).toList();
            entries.add(new LetterEntry(subject.about().id().toString(), subject.kind(), subject.about(),
                    written.stream().findFirst().orElse(null)));
            written.stream()
                    .skip(1)
                    .forEach(copy -> entries.add(new LetterEntry(copy.id().toString(), subject.kind(), subject.about(), copy)));
        }
        kept.stream()
                .filter(letter -> !letter.kind().proposed())
                .sorted(Comparator.comparing(Letter::writtenOn).reversed())
                .forEach(letter -> about(letter, documents, application)
                        .ifPresent(about -> entries.add(new LetterEntry(letter.id().toString(), letter.kind(), about, letter))));
        return entries;
    }

    /** What may be written beside those. */
    List<Subject> choices(CaseDocuments documents, Application application) {
        return at(documents, application).choices();
    }

    private static NewLetters at(CaseDocuments documents, Application application) {
        return new NewLetters(documents.file(), application, documents.decisionsOf(application), documents.completionRequests(application),
                documents.of(Referral.class), documents.letters());
    }

    /** What a letter is about, when it belongs to the application at hand or to the case as a whole. */
    private static Optional<Document> about(Letter letter, CaseDocuments documents, Application application) {
        return documents.all().stream().filter(document -> document.id().equals(letter.aboutId())).filter(document -> switch (document) {
            case CaseFile _ -> true;
            case Referral _ -> true;
            case Application one -> one.id().equals(application.id());
            case Decision decision -> decision.applicationId().equals(application.id());
            default -> false;
        }).findFirst();
    }

    /**
     * @param entries {@link #entries}
     * @param entry the chosen one of them; null when there is none
     * @param toSendOn when the letter is to be sent; what is sent already keeps its own day
     */
    LetterSheet sheet(List<LetterEntry> entries, @Nullable LetterEntry entry, CaseSituation now, LocalDate toSendOn) {
        List<Choice<String>> choices = entries.stream()
                .map(e -> new Choice<>(label(e, entries, now.documents().household()), e.key()))
                .toList();
        boolean unsent = entries.stream().anyMatch(LetterEntry::waits);
        if (entry == null) {
            return LetterSheet.nothing(choices, null, openCase.mayChange(), unsent);
        }
        Choice<String> shown = choices.get(entries.indexOf(entry));
        Letter letter = entry.letter();
        return letter == null
                ? LetterSheet.nothing(choices, shown, openCase.mayChange(), unsent)
                : sheet(letter, entry, choices, shown, unsent, now, toSendOn);
    }

    private LetterSheet sheet(Letter letter, LetterEntry entry, List<Choice<String>> choices, Choice<String> shown, boolean unsent,
            CaseSituation now, LocalDate toSendOn) {
        Household household = now.documents().household();
        Sending sending = letter.sending();
        boolean editable = sending == null && openCase.mayChange();
        boolean missing = sending == null && letter.confirmationMissing(household);
        boolean mine = letter.writtenBy().equals(openCase.desk().staff().id());
        String sent = sending == null
                ? ""
                : texts.of("letter.sent", Formats.longDate(sending.on()), texts.name("letter.way", sending.way()), name(sending.by(), now))
                        + language(letter);
        return new LetterSheet(letter, choices, shown, editable, editable && droppable(letter, household), openCase.mayChange(),
                other(letter, now), unsent, appeal(entry, letter, now, toSendOn),
                sending != null && openCase.mayChange() && entry.kind().tellsDecision(), sent, confirmation(letter, household, now),
                missing, missing && !mine && openCase.mayChange(), editable ? phrases(letter, now) : List.of());
    }

    /** How it stood in the plain-language check; nothing of what was sent before there was one. R36 */
    private String language(Letter letter) {
        PlainLanguageResult result = letter.chosen().language();
        if (result == null) {
            return "";
        }
        String measured = " " + texts.of("letter.sent-language", result.lix(), result.average());
        return result.remarks() == 0 ? measured : measured + " " + texts.count("letter.sent-kept", result.remarks());
    }

    /** What the case asks for stays, but a copy of it to somebody else does not have to. */
    private static boolean droppable(Letter letter, Household household) {
        return !letter.kind().proposed() || !letter.ownOf(household.applicant().id());
    }

    private @Nullable Choice<UUID> other(Letter letter, CaseSituation now) {
        if (!openCase.mayChange()) {
            return null;
        }
        CaseDocuments documents = now.documents();
        return NewLetters.others(letter, documents.household(), documents.letters())
                .stream()
                .findFirst()
                .map(adult -> new Choice<>(texts.of("letter.copy", adult.person().firstName()), adult.id()))
                .orElse(null);
    }

    /** The decision's own reasons; a full yes without any says the plain fact. */
    String firstWhy(Subject subject) {
        if (subject.kind().tellsDecision() && subject.about() instanceof Decision decision) {
            boolean fact = decision.reasons().isBlank() && subject.kind() == LetterKind.GRANTED;
            return fact ? texts.of("letter.why.granted", Formats.month(decision.period())) : decision.reasons();
        }
        return "";
    }

    /** What the reader mostly does next after such a letter; empty where there is no such thing. */
    String firstWhatNow(LetterKind kind) {
        return texts.has("letter.what-now." + kind.name()) ? texts.name("letter.what-now", kind) : "";
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
    private String appeal(LetterEntry entry, Letter letter, CaseSituation now, LocalDate toSendOn) {
        if (!entry.kind().tellsDecision() || !(entry.about() instanceof Decision decision)) {
            return "";
        }
        LocalDate sent = letter.sending() == null ? toSendOn : letter.sending().on();
        Settings settings = now.registers().settings(sent);
        DeliveryDay reached = DeliveryDay.of(letter, now.documents().of(LetterDelivered.class), settings).orElse(null);
        Appeal appeal = reached == null ? Appeal.of(decision, toSendOn, settings) : reached.appeal(decision);
        LocalDate lastDay = appeal.lastDay();
        if (lastDay != null) {
            return lastDay(lastDay, appeal, reached, now);
        }
        if (!appeal.ways().isEmpty()) {
            return texts.of("letter.appeal.legality") + known(reached, now);
        }
        return texts.of(entry.kind() == LetterKind.WITHDRAWN ? "letter.appeal.withdrawn" : "letter.appeal.none") + known(reached, now);
    }

    /** @param reached null until it is sent */
    private String lastDay(LocalDate lastDay, Appeal appeal, @Nullable DeliveryDay reached, CaseSituation now) {
        String last = Formats.longDate(lastDay);
        if (reached != null && reached.known()) {
            return texts.of("letter.appeal.known", last) + known(reached, now);
        }
        return texts.of(reached == null ? "letter.appeal.last-day" : "letter.appeal.presumed", last, Formats.longDate(appeal.receivedOn()));
    }

    /** When the reader got it and how that is known; nothing while it is presumed. */
    private String known(@Nullable DeliveryDay reached, CaseSituation now) {
        if (reached == null || !reached.known()) {
            return "";
        }
        String on = Formats.longDate(reached.on());
        LetterDelivered noted = reached.noted();
        return " " + (noted == null
                ? texts.of("letter.delivery.handed-over", on)
                : texts.of("letter.delivery.noted", on, texts.name("letter.delivery.how", noted.how()), name(noted.by(), now)));
    }

    private static List<Phrase> phrases(Letter letter, CaseSituation now) {
        return Stream.of(Phrase.Place.values())
                .flatMap(place -> Phrase.inForce(now.registers().phrases(), letter.kind(), place, now.today()).stream())
                .toList();
    }

    /** What it is and how far it has come; with its reader or its day where there are several of the kind. */
    private String label(LetterEntry entry, List<LetterEntry> entries, Household household) {
        String state = texts.of(entry.sent() ? "letter.state.sent" : "letter.state.draft");
        String kind = texts.name("letter.kind", entry.kind());
        if (entries.stream().filter(other -> other.kind() == entry.kind()).count() == 1) {
            return texts.of("letter.subject", kind, state);
        }
        Letter letter = entry.letter();
        if (letter != null
                && entries.stream().map(LetterEntry::letter).anyMatch(l -> l != null && l.sameMatter(letter) && !sameReader(l, letter))) {
            String reader = letter.chosen().representative() == null
                    ? household.member(letter.recipientId()).map(Person::firstName).orElse("–")
                    : texts.of("letter.to-representative");
            return texts.of("letter.subject-to", kind, reader, state);
        }
        return texts.of("letter.subject-dated", kind, Formats.date(entry.day(openCase.desk().today())), state);
    }

    private static boolean sameReader(Letter one, Letter other) {
        boolean bothOwn = one.chosen().representative() == null && other.chosen().representative() == null;
        return one.recipientId().equals(other.recipientId()) && (bothOwn || one.id().equals(other.id()));
    }

    private static String name(@Nullable UUID staff, CaseSituation now) {
        return now.registers().staff(staff).map(Staff::name).orElse("–");
    }
}
