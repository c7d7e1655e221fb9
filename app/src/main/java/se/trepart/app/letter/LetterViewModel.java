package se.trepart.app.letter;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.application.Application;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.NewLetters;
import se.trepart.model.letter.NewLetters.Subject;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** The letters of the application at hand and of the case (brev): writes drafts, shows, prints and keeps them as they were sent. */
public final class LetterViewModel {

    /** How long a key stroke may wait for the next before the letter is drawn. */
    public static final Duration PAUSE = Duration.ofMillis(300);

    private final OpenCase openCase;
    private final Duration pause;
    private final Texts texts;
    private final LetterSheets sheets;
    private final LetterDelivery delivery;
    private final Map<UUID, LetterTyping> typing = new HashMap<>();
    private final ReadOnlyObjectWrapper<LetterSheet> sheet = new ReadOnlyObjectWrapper<>(LetterSheet.NOTHING);
    private final LetterDrawing drawing;
    private final Proofreading proofs;
    private final LetterPosting posting;
    private final ObjectProperty<Choice<Way>> way;
    private final SendingDay day;
    private final Runnable stop;
    private @Nullable String chosen;
    private boolean opened;

    /** @param pause {@link #PAUSE} in the program, none in tests */
    public LetterViewModel(OpenCase openCase, LetterOffice office, Duration pause) {
        this.openCase = openCase;
        this.pause = pause;
        texts = openCase.desk().texts();
        sheets = new LetterSheets(openCase);
        delivery = new LetterDelivery(openCase, office);
        drawing = new LetterDrawing(openCase.desk(), office, delivery);
        Proofreader proofreader = new Proofreader(office, texts);
        proofs = new Proofreading(openCase.desk().tasks(), proofreader);
        posting = new LetterPosting(openCase, office, proofreader);
        way = new SimpleObjectProperty<>(ways().getFirst());
        day = new SendingDay(openCase.desk()::today);
        day.on().addListener((_, _, _) -> openCase.situation().ifPresent(this::show));
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
        drawing.cancel();
        proofs.cancel();
    }

    public ReadOnlyObjectProperty<LetterSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    public LetterSheet sheet() {
        return sheet.get();
    }

    public ReadOnlyObjectProperty<LetterPreview> previewProperty() {
        return drawing.previewProperty();
    }

    /** The preview is being drawn, and it has taken more than a moment. */
    public ReadOnlyBooleanProperty drawingProperty() {
        return drawing.drawingProperty();
    }

    /** What the plain-language check says of the letter as it is typed. */
    ReadOnlyObjectProperty<LetterRemarks> remarksProperty() {
        return proofs.remarksProperty();
    }

    LetterRemarks remarks() {
        return proofs.remarksProperty().get();
    }

    public List<Choice<Way>> ways() {
        return List.of(Way.values()).stream().map(w -> new Choice<>(texts.name("letter.way", w), w)).toList();
    }

    public ObjectProperty<Choice<Way>> way() {
        return way;
    }

    /** The day it is sent; the last day to appeal follows from it (R19). */
    public ObjectProperty<@Nullable LocalDate> sentOn() {
        return day.on();
    }

    /** Därför, or what stands in its place. Only while a letter is shown. */
    public TypedText why() {
        return typing().why();
    }

    /** Det här ska du göra nu, or what stands in its place. Only while a letter is shown. */
    public TypedText whatNow() {
        return typing().whatNow();
    }

    /** What an own letter is about, or the months of a recovery. Only while a letter is shown. */
    public TypedText heading() {
        return typing().heading();
    }

    /** What is to be paid back. Only while a letter is shown. */
    public TypedText amount() {
        return typing().amount();
    }

    /** Beside the texts: its day, how it looks, the ground of a claim, who it is to. */
    void choose(UnaryOperator<LetterDetails> choice) {
        if (shown().map(Letter::chosen).filter(now -> !choice.apply(now).equals(now)).isPresent()) {
            change(letter -> letter.choose(choice.apply(letter.chosen())));
        }
    }

    /** The place is shown: a draft is written when there is none, and the letter is drawn. */
    public void open() {
        opened = true;
        openCase.situation().ifPresent(this::show);
    }

    public void close() {
        opened = false;
        leave();
        drawing.cancel();
        proofs.cancel();
    }

    public void leave() {
        if (sheet().letter() != null) {
            typing().leave();
        }
    }

    /** Another of the letters. */
    public void choose(String key) {
        if (!key.equals(chosen)) {
            leave();
            chosen = key;
            openCase.situation().ifPresent(this::show);
        }
    }

    /** Nytt brev: asks which of those that there is reason to write, and begins it. */
    public void begin() {
        CaseSituation now = openCase.situation().orElseThrow();
        Application application = now.application();
        if (application == null || !sheet().mayBegin()) {
            return;
        }
        leave();
        List<Choice<Subject>> choices = sheets.choices(now.documents(), application)
                .stream()
                .map(subject -> new Choice<>(texts.name("letter.kind", subject.kind()), subject))
                .toList();
        openCase.desk().dialogs().choose(texts.of("letter.new"), texts.of("letter.new-text"), choices).ifPresent(subject -> {
            UUID id = openCase.desk().newId().get();
            chosen = id.toString();
            write(subject, id, now);
        });
    }

    /** Samma brev till …: the same letter to another adult of the household. */
    public void copy() {
        Choice<UUID> other = sheet().other();
        UUID to = other == null ? null : other.value();
        if (to != null) {
            UUID id = openCase.desk().newId().get();
            copy(id, (letter, documents) -> NewLetters.others(letter, documents.household(), documents.letters())
                    .stream()
                    .filter(adult -> adult.id().equals(to))
                    .findFirst()
                    .map(_ -> letter.copyTo(id, to, openCase.desk().staff().id(), openCase.desk().today())));
        }
    }

    /** Samma brev till en ställföreträdare: who that is is typed in the copy. */
    void copyToRepresentative() {
        UUID id = openCase.desk().newId().get();
        copy(id, (letter, _) -> Optional.of(letter.copyToRepresentative(id, openCase.desk().staff().id(), openCase.desk().today())));
    }

    private void copy(UUID id, BiFunction<Letter, CaseDocuments, Optional<Letter>> copied) {
        leave();
        shown().map(Letter::id).ifPresent(from -> {
            chosen = id.toString();
            openCase.edit(documents -> found(documents, from).flatMap(letter -> copied.apply(letter, documents))
                    .map(copy -> Intent.create(copy))
                    .orElse(new Intent(List.of())));
        });
    }

    /** Ta bort utkastet: asks first, and puts the draft away. */
    public void drop() {
        if (sheet().droppable() && openCase.desk()
                .dialogs()
                .confirm(texts.of("letter.drop.title"), texts.of("letter.drop.text"), texts.of("letter.drop"))) {
            change(Letter::drop);
        }
    }

    /** A second person has read the letter of a protected household (R34). */
    public void confirm() {
        UUID me = openCase.desk().staff().id();
        change(letter -> letter.writtenBy().equals(me) ? letter : letter.confirm(me));
    }

    /** Ta förslaget: what to put in place of the words; empty when there is nothing. The field does it, so that it can be undone there. */
    Optional<Correction> suggested(Remark remark) {
        return shown().flatMap(_ -> Corrections.suggested(remark, typing()));
    }

    /** Behåll, därför att …: asks why it stays, and keeps it with the letter. R36 */
    void keep(Remark remark) {
        Corrections.keep(remark, openCase.desk()).ifPresent(kept -> {
            leave();
            change(letter -> letter.choose(letter.chosen().keep(kept)));
        });
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
        Sending sending = new Sending(by, Objects.requireNonNull(day.on().get()), openCase.desk().staff().id());
        leave();
        posting.send(shown().map(Letter::id).orElseThrow(), sending);
    }

    /** What stands in the way of sending. */
    List<LetterHindrance> hindrances() {
        List<LetterHindrance> why = new ArrayList<>();
        if (sheet().confirmationMissing()) {
            why.add(new LetterHindrance(texts.of("letter.hindrance.confirmation"), null));
        }
        if (!drawing.previewProperty().get().problem().isEmpty()) {
            why.add(new LetterHindrance(texts.of("letter.hindrance.preview"), null));
        }
        if (sheet().letter() != null && !typing().readable()) {
            why.add(new LetterHindrance(texts.of("letter.amount-fault"), null));
        }
        day.hindrance(shown(), texts).ifPresent(words -> why.add(new LetterHindrance(words, null)));
        why.addAll(LetterHindrance.of(remarks(), texts));
        return why;
    }

    private void show(CaseSituation now) {
        day.proposeToday();
        Application application = now.application();
        if (application == null) {
            sheet.set(LetterSheet.NOTHING);
            return;
        }
        List<LetterEntry> entries = sheets.entries(now.documents(), application);
        LetterEntry entry = entries.stream()
                .filter(e -> e.key().equals(chosen))
                .findFirst()
                .or(() -> entries.stream().filter(e -> e.letter() != null || openCase.mayChange()).findFirst())
                .orElse(null);
        LocalDate toSendOn = Optional.ofNullable(day.on().get()).orElse(now.today());
        sheet.set(sheets.sheet(entries, entry, now, toSendOn));
        Optional<Letter> letter = shown();
        letter.ifPresent(this::typing);
        if (letter.isPresent()) {
            drawSoon(Duration.ZERO);
        } else if (entry != null && opened && openCase.mayChange()) {
            write(new Subject(entry.kind(), entry.about()), openCase.desk().newId().get(), now);
        }
    }

    /** Writes a draft, unless there is one by now. */
    private void write(Subject subject, UUID id, CaseSituation now) {
        UUID me = openCase.desk().staff().id();
        openCase.edit(documents -> documents.letters().stream().anyMatch(l -> subject.of(l) && begun(l))
                ? new Intent(List.of())
                : Intent.create(Letter.write(id, subject.about(), subject.kind(), recipient(subject, documents), LetterPdf.TEMPLATE_VERSION,
                        sheets.firstWhy(subject), sheets.firstWhatNow(subject.kind()), me, now.today())));
    }

    /** What is sent is not in the way of another letter of a kind that can be written again. */
    private static boolean begun(Letter letter) {
        return letter.kind().proposed() ? !letter.chosen().dropped() : letter.toSend();
    }

    private static UUID recipient(Subject subject, CaseDocuments documents) {
        return subject.about() instanceof Referral referral ? referral.memberId() : documents.household().applicant().id();
    }

    /** Every text that is typed in the letter. Only while one is shown. */
    LetterTyping typing() {
        return typing(shown().orElseThrow());
    }

    private LetterTyping typing(Letter letter) {
        LetterTyping known = typing.get(letter.id());
        if (known != null) {
            known.show(letter);
            return known;
        }
        LetterTyping fresh = new LetterTyping(letter, openCase, this::change, () -> drawSoon(pause));
        typing.put(letter.id(), fresh);
        return fresh;
    }

    private void change(UnaryOperator<Letter> change) {
        Optional<UUID> id = shown().map(Letter::id);
        id.ifPresent(letterId -> openCase.edit(documents -> found(documents, letterId).filter(l -> l.sending() == null)
                .map(l -> Intent.change(l, change.apply(l)))
                .orElse(new Intent(List.of()))));
    }

    /** Draws the letter with what is typed, after a pause. */
    private void drawSoon(Duration wait) {
        if (opened) {
            shown().ifPresent(letter -> {
                CaseSituation now = openCase.situation().orElseThrow();
                drawing.draw(asTyped(letter), now, wait);
                if (sheet().editable()) {
                    proofs.read(asTyped(letter), now, wait);
                } else {
                    proofs.clear();
                }
            });
        }
    }

    private Letter asTyped(Letter letter) {
        Way by = way.get().value();
        LocalDate on = day.on().get();
        if (letter.sending() != null || by == null || on == null) {
            return letter;
        }
        LetterTyping typed = typing();
        return LetterPosting.as(letter, letter.edit(typed.why().text(), typed.whatNow().text()), typed.typedIn(letter.chosen()),
                new Sending(by, on, openCase.desk().staff().id()));
    }

    private Optional<Letter> shown() {
        return Optional.ofNullable(sheet().letter());
    }

    private static Optional<Letter> found(CaseDocuments documents, UUID id) {
        return documents.letters().stream().filter(l -> l.id().equals(id)).findFirst();
    }
}
