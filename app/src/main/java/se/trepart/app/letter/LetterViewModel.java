package se.trepart.app.letter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.task.Task;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.Document;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.decision.Decision;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;

import org.jspecify.annotations.Nullable;

/** The letters about the application at hand (brev): writes a draft, shows it as printed, prints it, and keeps it as it was sent. */
public final class LetterViewModel {

    /** How long a key stroke may wait for the next before the letter is drawn. */
    public static final Duration PAUSE = Duration.ofMillis(300);

    private static final float SCALE = 1.6f;

    private final OpenCase openCase;
    private final LetterOffice office;
    private final Duration pause;
    private final Texts texts;
    private final LetterSheets sheets;
    private final LetterDelivery delivery;
    private final Map<UUID, Writing> writings = new HashMap<>();
    private final ReadOnlyObjectWrapper<LetterSheet> sheet = new ReadOnlyObjectWrapper<>(LetterSheet.NOTHING);
    private final ReadOnlyObjectWrapper<LetterPreview> preview = new ReadOnlyObjectWrapper<>(LetterPreview.NOTHING);
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Choice<Way>> way;
    private final ObjectProperty<LocalDate> sentOn;
    private final Runnable stop;
    private @Nullable Task<LetterPreview> draw;
    private @Nullable UUID chosen;
    private boolean opened;

    /** The texts of one letter while it is written. */
    private record Writing(TypedText why, TypedText whatNow) {}

    /** @param pause {@link #PAUSE} in the program, none in tests */
    public LetterViewModel(OpenCase openCase, LetterOffice office, Duration pause) {
        this.openCase = openCase;
        this.office = office;
        this.pause = pause;
        texts = openCase.desk().texts();
        sheets = new LetterSheets(openCase);
        delivery = new LetterDelivery(openCase, office);
        way = new SimpleObjectProperty<>(ways().getFirst());
        sentOn = new SimpleObjectProperty<>(openCase.desk().today());
        sentOn.addListener((_, _, _) -> openCase.situation().ifPresent(this::show));
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
        cancelDrawing();
    }

    public ReadOnlyObjectProperty<LetterSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public LetterSheet sheet() {
        return sheet.get();
    }

    public ReadOnlyObjectProperty<LetterPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** The preview is being drawn, and it has taken more than a moment. */
    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.getReadOnlyProperty();
    }

    public List<Choice<Way>> ways() {
        return List.of(Way.values()).stream().map(w -> new Choice<>(texts.name("letter.way", w), w)).toList();
    }

    public ObjectProperty<Choice<Way>> way() {
        return way;
    }

    /** The day it is sent; the last day to appeal follows from it (R19). */
    public ObjectProperty<LocalDate> sentOn() {
        return sentOn;
    }

    /** Därför: the reasons in plain words. Only while a letter is shown. */
    public TypedText why() {
        return writing().why();
    }

    /** Det här ska du göra nu. Only while a letter is shown. */
    public TypedText whatNow() {
        return writing().whatNow();
    }

    /** The place is shown: a draft is written when there is none, and the letter is drawn. */
    public void open() {
        opened = true;
        openCase.situation().ifPresent(this::show);
    }

    public void close() {
        opened = false;
        leave();
        cancelDrawing();
    }

    public void leave() {
        if (sheet().letter() != null) {
            writing().why().leave();
            writing().whatNow().leave();
        }
    }

    /** Another letter of the application. */
    public void choose(UUID aboutId) {
        if (!aboutId.equals(chosen)) {
            leave();
            chosen = aboutId;
            openCase.situation().ifPresent(this::show);
        }
    }

    /** A second person has read the letter of a protected household (R34). */
    public void confirm() {
        UUID me = openCase.desk().staff().id();
        change(letter -> letter.writtenBy().equals(me) ? letter : letter.confirm(me));
    }

    /** Skriv ut: asks for a printer, prints in the background. */
    public void print() {
        shown().map(this::asTyped).ifPresent(delivery::print);
    }

    /** Spara som PDF. */
    public void save() {
        shown().map(this::asTyped).ifPresent(delivery::save);
    }

    /** Markera som skickat: keeps the PDF as it was sent, and its checksum in the letter. */
    public void markSent() {
        Way by = way.get().value();
        if (by == null || !hindrances().isEmpty()) {
            return;
        }
        leave();
        Sending sending = new Sending(by, sentOn.get(), openCase.desk().staff().id());
        UUID letterId = shown().map(Letter::id).orElseThrow();
        var registers = openCase.situation().orElseThrow().registers();
        openCase.edit(documents -> {
            try {
                return found(documents, letterId)
                        .filter(letter -> letter.sending() == null && !letter.confirmationMissing(documents.household()))
                        .flatMap(letter -> office.page(with(letter, letter.why(), letter.whatNow(), sending), documents, registers)
                                .map(page -> Intent.change(letter, letter.markSent(sending, keep(letter, page), documents.household()))))
                        .orElse(new Intent(List.of()));
            } catch (LetterProblem _) {
                // typed so late that the preview had not said it yet: it does now, and the letter stays a draft
                return new Intent(List.of());
            }
        });
    }

    private String keep(Letter letter, LetterPage page) {
        return openCase.desk().workstation().blobs().put(letter.unitId(), office.pdf(page));
    }

    /** What stands in the way of sending, in words. */
    public List<String> hindrances() {
        List<String> why = new ArrayList<>();
        if (sheet().confirmationMissing()) {
            why.add(texts.of("letter.hindrance.confirmation"));
        }
        if (!preview.get().problem().isEmpty()) {
            why.add(preview.get().problem());
        }
        if (sentOn.get() == null) {
            why.add(texts.of("letter.hindrance.date"));
        }
        return why;
    }

    private void show(CaseSituation now) {
        Application application = now.application();
        if (application == null) {
            sheet.set(LetterSheet.NOTHING);
            return;
        }
        List<Document> subjects = LetterSheets.subjects(now.documents(), application);
        Optional<Document> subject = subjects.stream()
                .filter(s -> s.id().equals(chosen))
                .findFirst()
                .or(() -> subjects.stream().findFirst());
        chosen = subject.map(Document::id).orElse(null);
        LocalDate toSendOn = Optional.ofNullable(sentOn.get()).orElse(now.today());
        sheet.set(sheets.sheet(subjects, subject.orElse(null), now, toSendOn));
        Optional<Letter> letter = shown();
        letter.ifPresent(this::writing);
        if (letter.isPresent()) {
            drawSoon(Duration.ZERO);
        } else if (opened && openCase.mayChange()) {
            subject.ifPresent(s -> writeDraft(s, now));
        }
    }

    private void writeDraft(Document subject, CaseSituation now) {
        Staff me = openCase.desk().staff();
        LetterKind kind = subject instanceof Decision decision ? DecisionLetter.kind(decision) : LetterKind.COMPLETION_REQUEST;
        openCase.edit(documents -> LetterSheets.about(documents, subject.id()).isPresent()
                ? new Intent(List.of())
                : Intent.create(Letter.write(openCase.desk().newId().get(), subject, kind, documents.household().applicant().id(),
                        LetterPdf.TEMPLATE_VERSION, sheets.firstWhy(subject, kind), texts.name("letter.what-now", kind), me.id(),
                        now.today())));
    }

    private Writing writing() {
        return writing(shown().orElseThrow());
    }

    private Writing writing(Letter letter) {
        Writing writing = writings.computeIfAbsent(letter.id(), _ -> newWriting(letter));
        writing.why().show(letter.why());
        writing.whatNow().show(letter.whatNow());
        return writing;
    }

    private Writing newWriting(Letter letter) {
        String field = "letter/" + letter.id() + "/";
        TypedText why = openCase.typed(field + "why", text -> change(l -> l.edit(text, l.whatNow())));
        TypedText whatNow = openCase.typed(field + "what-now", text -> change(l -> l.edit(l.why(), text)));
        why.show(letter.why());
        whatNow.show(letter.whatNow());
        why.textProperty().addListener((_, _, _) -> drawSoon(pause));
        whatNow.textProperty().addListener((_, _, _) -> drawSoon(pause));
        return new Writing(why, whatNow);
    }

    private void change(UnaryOperator<Letter> change) {
        Optional<UUID> id = shown().map(Letter::id);
        id.ifPresent(letterId -> openCase.edit(documents -> found(documents, letterId).filter(l -> l.sending() == null)
                .map(l -> Intent.change(l, change.apply(l)))
                .orElse(new Intent(List.of()))));
    }

    /** Draws the letter with what is typed, after a pause; what was being drawn is given up. */
    private void drawSoon(Duration wait) {
        if (!opened || shown().isEmpty()) {
            return;
        }
        cancelDrawing();
        CaseSituation now = openCase.situation().orElseThrow();
        Letter letter = asTyped(shown().orElseThrow());
        draw = openCase.desk().tasks().of(() -> {
            Thread.sleep(wait);
            return drawn(letter, now);
        })
                .showing(drawing)
                .then(preview::set)
                .on(LetterProblem.class,
                        problem -> preview.set(new LetterPreview(List.of(), Optional.ofNullable(problem.getMessage()).orElse(""), "")))
                .start();
    }

    private LetterPreview drawn(Letter letter, CaseSituation now) {
        Optional<LetterPage> page = office.page(letter, now.documents(), now.registers());
        if (page.isEmpty()) {
            return new LetterPreview(List.of(), texts.of("letter.not-here"), "");
        }
        byte[] pdf = delivery.pdf(letter, page.get());
        return new LetterPreview(PagePictures.of(pdf, SCALE), "", office.postingHint(page.get()).orElse(""));
    }

    private Letter asTyped(Letter letter) {
        Way by = way.get().value();
        LocalDate on = sentOn.get();
        if (letter.sending() != null || by == null || on == null) {
            return letter;
        }
        return with(letter, why().text(), whatNow().text(), new Sending(by, on, openCase.desk().staff().id()));
    }

    private static Letter with(Letter letter, String why, String whatNow, Sending sending) {
        return new Letter(letter.id(), letter.unitId(), letter.caseId(), letter.aboutId(), letter.kind(), letter.writtenOn(),
                letter.writtenBy(), letter.recipientId(), letter.templateVersion(), why, whatNow, letter.confirmedBy(), sending,
                letter.pdfSha256());
    }

    private void cancelDrawing() {
        Task<LetterPreview> running = draw;
        if (running != null) {
            running.cancel();
        }
        draw = null;
    }

    private Optional<Letter> shown() {
        return Optional.ofNullable(sheet().letter());
    }

    private static Optional<Letter> found(CaseDocuments documents, UUID id) {
        return documents.letters().stream().filter(l -> l.id().equals(id)).findFirst();
    }
}
