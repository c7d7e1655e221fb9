package se.trepart.app.template;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Formats;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.local.cache.StaleDocument;
import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Unit;
import se.trepart.model.control.Settings;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Upkeep;

import org.jspecify.annotations.Nullable;

/** The municipality's letter templates and phrases (brevmallar och fraser), kept by the administrator. S10, R35 */
public final class TemplatesViewModel implements AutoCloseable {

    private static final String DRAFTS = "templates/";

    /** What the list shows. */
    enum Shown {
        TEMPLATES,
        PHRASES,
        /** what is to be read again */
        DUE
    }

    private final Desk desk;
    private final Texts texts;
    private final LetterOffice office;
    private final Duration pause;
    private final ObservableList<TemplatesRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ObservableList<Choice<Shown>> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Shown>> shown = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper due = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable TextEditor> editor = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable MunicipalityEditor> municipality = new ReadOnlyObjectWrapper<>();
    private final DraftKeeper keeper;
    private final Map<String, TypedText> typed = new HashMap<>();
    private final Map<String, Draft> found = new HashMap<>();
    private final Reload reload;
    private final AutoCloseable watch;
    /** One change at a time: each is made on what the one before has written. */
    private final Object writing = new Object();
    private volatile Words words = new Words(List.of(), List.of(), List.of(), Map.of(), null);

    /**
     * What there is.
     *
     * @param drafts what was typed and not written when the program was last open
     * @param shipped the program's own texts
     * @param now what holds of the municipality today; null before anything has been said of it
     */
    private record Words(List<LetterTemplate> templates, List<Phrase> phrases, List<Draft> drafts, Map<LetterKind, String> shipped,
            @Nullable Settings now) {}

    /** @param pause how long a key stroke may wait for the next; none in tests */
    public TemplatesViewModel(Desk desk, Directory directory, LetterOffice office, Duration pause) {
        this.desk = desk;
        this.office = office;
        this.pause = pause;
        texts = desk.texts();
        keeper = new DraftKeeper(desk.workstation().drafts(), desk.tasks(), pause);
        for (Shown one : Shown.values()) {
            choices.add(new Choice<>(texts.name("template.shown", one), one));
        }
        shown.set(choices.getFirst());
        shown.addListener((_, _, _) -> list());
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).then(this::show));
        boolean keeps = mayKeep();
        watch = directory.onChange(() -> {
            if (keeps) {
                reload.soon();
            }
        });
        if (keeps) {
            reload.now();
        }
    }

    private boolean mayKeep() {
        return desk.staff().roles().stream().anyMatch(role -> CaseAccess.changes(role, DocumentType.LETTER_TEMPLATE));
    }

    void opened() {
        reload.now();
    }

    /** R35: how many texts are to be read again. */
    public ReadOnlyIntegerProperty due() {
        return due.getReadOnlyProperty();
    }

    ObservableList<TemplatesRow> rows() {
        return rows;
    }

    /** Whether the texts have been read at least once: before that, empty means nothing. */
    BooleanProperty loaded() {
        return loaded;
    }

    ObservableList<Choice<Shown>> choices() {
        return choices;
    }

    ObjectProperty<Choice<Shown>> shown() {
        return shown;
    }

    /** What is being written or looked at; null while the list is shown. */
    ReadOnlyObjectProperty<@Nullable TextEditor> editorProperty() {
        return editor.getReadOnlyProperty();
    }

    Desk desk() {
        return desk;
    }

    LetterOffice office() {
        return office;
    }

    Duration pause() {
        return pause;
    }

    List<LetterTemplate> templates() {
        return words.templates();
    }

    /** The program's own text of a kind of letter. */
    String shipped(LetterKind kind) {
        return words.shipped().getOrDefault(kind, "");
    }

    List<Phrase> phrases() {
        return words.phrases();
    }

    void open(TemplatesRow row) {
        LetterKind kind = row.kind();
        Phrase phrase = row.phrase();
        if (kind != null) {
            open(new TemplateEditor(this, kind));
        } else if (phrase != null) {
            open(new PhraseEditor(this, phrase.seriesId()));
        }
    }

    /** Kommunens uppgifter, while they are changed; null while the list is shown or a text is open. */
    ReadOnlyObjectProperty<@Nullable MunicipalityEditor> municipalityProperty() {
        return municipality.getReadOnlyProperty();
    }

    void openMunicipality() {
        Settings now = words.now();
        if (now != null) {
            municipality.set(new MunicipalityEditor(this, now.municipality()));
        }
    }

    /** @param change what is to be written, from all the settings there are */
    void changeMunicipality(Function<List<Settings>, Intent> change, Runnable then) {
        write(() -> desk.documents().save(change.apply(desk.documents().list(Settings.class, ListFilter.ALL))), then);
    }

    /** Ny fras. */
    void newPhrase() {
        Phrase draft = Phrase.draft(desk.newId().get(), Unit.MUNICIPALITY, desk.today());
        create(draft, () -> open(new PhraseEditor(this, draft.seriesId())));
    }

    private void open(TextEditor next) {
        next.refresh();
        editor.set(next);
    }

    void toList() {
        TextEditor left = editor.get();
        if (left != null) {
            left.leave();
        }
        editor.set(null);
        municipality.set(null);
        list();
    }

    /** What is typed in a field: the same as long as the program is open. */
    TypedText typed(String field, String now, Consumer<String> write) {
        TypedText text = typed.computeIfAbsent(DRAFTS + field, key -> new TypedText(key, keeper, found.remove(key), write));
        text.show(now);
        return text;
    }

    /** @param then when it is on disk and read */
    void create(Document document, Runnable then) {
        write(() -> desk.documents().save(Intent.create(document)), then);
    }

    /** Changes a document as it is now; what does not change it writes nothing. @param then when it is on disk and read */
    <D extends Document> void change(Class<D> type, UUID id, UnaryOperator<D> change, Runnable then) {
        write(() -> desk.documents().find(type, id).ifPresent(now -> {
            D next = change.apply(now);
            if (!next.equals(now)) {
                desk.documents().save(Intent.change(now, next));
            }
        }), then);
    }

    private void write(Runnable saving, Runnable then) {
        desk.tasks().of(() -> {
            synchronized (writing) {
                saving.run();
                return read();
            }
        }).then(read -> {
            show(read);
            then.run();
        }).on(StaleDocument.class, _ -> {
            desk.dialogs().error(texts.of("casefile.stale.title"), texts.of("casefile.stale.text"));
            reload.now();
        }).start();
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    private Words read() {
        Map<LetterKind, String> shipped = words.shipped().isEmpty()
                ? Stream.of(LetterKind.values()).collect(Collectors.toMap(Function.identity(), LetterOffice::shipped))
                : words.shipped();
        return new Words(desk.documents().list(LetterTemplate.class, ListFilter.ALL), desk.documents().list(Phrase.class, ListFilter.ALL),
                desk.workstation().drafts().startingWith(DRAFTS), shipped, ofToday(desk.documents().list(Settings.class, ListFilter.ALL)));
    }

    private @Nullable Settings ofToday(List<Settings> all) {
        return all.stream()
                .filter(settings -> !settings.validFrom().isAfter(desk.today()))
                .max(Comparator.comparing(Settings::validFrom))
                .orElse(null);
    }

    private void show(Words read) {
        words = read;
        if (!loaded.get()) {
            read.drafts().forEach(draft -> found.put(draft.key(), draft));
        }
        loaded.set(true);
        due.set((int) all().stream().filter(TemplatesRow::due).count());
        list();
        TextEditor open = editor.get();
        if (open != null) {
            open.refresh();
        }
    }

    private void list() {
        Shown wanted = Optional.ofNullable(shown.get().value()).orElse(Shown.TEMPLATES);
        List<TemplatesRow> next = all().stream().filter(row -> switch (wanted) {
            case TEMPLATES -> row.kind() != null;
            case PHRASES -> row.phrase() != null;
            case DUE -> row.due();
        }).toList();
        // what is the same is not drawn anew: the chosen line stays chosen
        if (!rows.equals(next)) {
            rows.setAll(next);
        }
    }

    private List<TemplatesRow> all() {
        return Stream.concat(Stream.of(LetterKind.values()).map(this::ofKind), newestPhrases().stream().map(this::ofPhrase)).toList();
    }

    /** Of each phrase the newest version that is more than a draft beside it; by name. */
    private List<Phrase> newestPhrases() {
        Map<UUID, Phrase> newest = new HashMap<>();
        words.phrases()
                .stream()
                .sorted(Comparator.comparing((Phrase phrase) -> phrase.upkeep().state() != Upkeep.State.DRAFT)
                        .thenComparing(Phrase::number))
                .forEach(phrase -> newest.put(phrase.seriesId(), phrase));
        return SwedishOrder.sorted(new ArrayList<>(newest.values()), Phrase::name);
    }

    private TemplatesRow ofKind(LetterKind kind) {
        LocalDate today = desk.today();
        Optional<LetterTemplate> used = LetterTemplate.inForce(words.templates(), kind, today);
        Optional<LetterTemplate> draft = LetterTemplate.versions(words.templates(), kind)
                .stream()
                .filter(template -> template.upkeep().state() == Upkeep.State.DRAFT)
                .findFirst();
        String now = used.map(template -> texts.of("template.in-use", template.number())).orElseGet(() -> texts.of("template.shipped"));
        String state = draft.map(template -> texts.of("template.with-draft", now, template.number())).orElse(now);
        String name = texts.name("letter.kind", kind);
        return row(kind, null, name, state, used.map(LetterTemplate::upkeep).orElse(Upkeep.NONE));
    }

    private TemplatesRow ofPhrase(Phrase phrase) {
        boolean more = words.phrases()
                .stream()
                .anyMatch(other -> other.seriesId().equals(phrase.seriesId()) && other.upkeep().state() == Upkeep.State.DRAFT
                        && other.number() > phrase.number());
        String now = texts.of("template.version", phrase.number(), texts.name("template.state", phrase.upkeep().state()));
        String name = phrase.name().isBlank() ? texts.of("template.nameless") : phrase.name();
        return row(null, phrase, name, more ? texts.of("template.with-draft", now, phrase.number() + 1) : now, phrase.upkeep());
    }

    private TemplatesRow row(@Nullable LetterKind kind, @Nullable Phrase phrase, String name, String state, Upkeep upkeep) {
        boolean readAgain = upkeep.reviewDue(desk.today());
        String review = day(upkeep.reviewOn());
        return new TemplatesRow(kind, phrase, name, SwedishOrder.key(name), state,
                upkeep.ownerFunction().isBlank() ? "–" : upkeep.ownerFunction(), day(upkeep.decidedOn()),
                readAgain ? texts.of("template.review-due", review) : review, readAgain);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : Formats.date(day);
    }
}
