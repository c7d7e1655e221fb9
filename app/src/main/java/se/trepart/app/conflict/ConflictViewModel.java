package se.trepart.app.conflict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.Registers;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.StaleDocument;
import se.trepart.model.Document;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.merge.Settling;
import se.trepart.model.merge.Settling.Chosen;
import se.trepart.model.merge.Settling.Lacking;
import se.trepart.wire.DocumentJson;

import org.jspecify.annotations.Nullable;

/** One conflict to settle (reda ut): both changes in words, and what the user chooses. Leaving it chooses nothing. */
public final class ConflictViewModel implements AutoCloseable {

    /**
     * What the page shows.
     *
     * @param heading the document in question
     * @param caseName whose case, empty where there is none
     * @param lead who changed what, and what to do
     * @param theirs whose value stands and since when, as the heading of its column
     * @param mine whose value waits and since when, as the heading of its column
     * @param me who the waiting change is from
     * @param allowed whether this user may settle it
     */
    record Page(Conflict conflict, String heading, String caseName, String lead, String theirs, String mine, String me, boolean allowed,
            List<ChoiceViewModel> choices) {}

    private final Desk desk;
    private final Texts texts;
    private final UUID conflictId;
    private final ReadOnlyObjectWrapper<Optional<Page>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Lacking>> lacking = new ReadOnlyObjectWrapper<>(List.of());
    private final DraftKeeper drafts;
    private final Map<String, Draft> found = new HashMap<>();
    private final Map<UUID, TypedText> own = new HashMap<>();
    private final TypedText reason;
    private final Reload reload;
    private final AutoCloseable watch;
    private boolean loaded;

    /** @param draftPause {@link DraftKeeper#PAUSE} in the program, none in tests */
    public ConflictViewModel(UUID conflictId, Desk desk, Duration draftPause) {
        this.conflictId = conflictId;
        this.desk = desk;
        texts = desk.texts();
        drafts = new DraftKeeper(desk.workstation().drafts(), desk.tasks(), draftPause);
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::content).then(this::show));
        watch = desk.documents().onChange(this::changed);
        reason = new TypedText(key("reason"), drafts, null, _ -> {});
        reason.textProperty().subscribe(this::check);
        reload.now();
    }

    public UUID conflictId() {
        return conflictId;
    }

    /** Empty before it is read, and when there is nothing to settle any more. */
    ReadOnlyObjectProperty<Optional<Page>> page() {
        return page.getReadOnlyProperty();
    }

    boolean loaded() {
        return loaded;
    }

    /** What stops the choice from being made. */
    ReadOnlyObjectProperty<List<Lacking>> lacking() {
        return lacking.getReadOnlyProperty();
    }

    StringProperty reason() {
        return reason.textProperty();
    }

    /** Looks again whether everything is chosen. */
    void check() {
        lacking.set(page.get().map(now -> Settling.lacking(now.conflict(), chosen(now), reason.text())).orElse(List.of()));
    }

    /** Once for all: what is chosen goes to everybody. */
    void settle() {
        Page now = page.get().orElse(null);
        if (now == null || !lacking.get().isEmpty()) {
            return;
        }
        Conflict settled = Settling.settle(now.conflict(), chosen(now), reason.text(), desk.staff().id(), desk.clock().instant());
        desk.tasks().of(() -> desk.documents().save(Intent.change(now.conflict(), settled))).then(_ -> {
            letGoOfDrafts();
            desk.navigator().back();
        })
                .on(StaleDocument.class, _ -> desk.dialogs().error(texts.of("conflict.stale.title"), texts.of("conflict.stale.text")))
                .always(reload::now)
                .start();
    }

    private String key(String field) {
        return "conflict/" + conflictId + "/" + field;
    }

    /** The same for as long as the page is open, also when the conflict changes meanwhile. */
    private TypedText own(ConflictField field) {
        return own.computeIfAbsent(field.id(), id -> {
            String key = key("own/" + id);
            TypedText text = new TypedText(key, drafts, found.remove(key), _ -> {});
            text.show("");
            return text;
        });
    }

    private void letGoOfDrafts() {
        drafts.discard(reason.key());
        own.values().forEach(text -> drafts.discard(text.key()));
        found.keySet().forEach(drafts::discard);
    }

    void openCase() {
        page.get().map(Page::conflict).map(Conflict::caseId).ifPresent(desk.navigator()::openCase);
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    private void changed(Set<UUID> ids) {
        UUID caseId = page.get().map(Page::conflict).map(Conflict::caseId).orElse(null);
        if (page.get().isEmpty() || ids.contains(conflictId) || caseId != null && ids.contains(caseId)) {
            reload.soon();
        }
    }

    private static Map<String, Chosen> chosen(Page page) {
        Map<String, Chosen> chosen = new HashMap<>();
        page.choices().forEach(choice -> choice.chosen().ifPresent(how -> chosen.put(choice.key(), how)));
        return chosen;
    }

    private void show(Content content) {
        if (!loaded) {
            content.drafts().forEach(draft -> found.put(draft.key(), draft));
            Optional.ofNullable(found.remove(reason.key())).ifPresent(reason::restore);
        }
        loaded = true;
        Page before = page.get().orElse(null);
        Optional<Page> next = content.read().map(this::page);
        if (before != null && next.isPresent() && next.get().conflict().equals(before.conflict())) {
            return;
        }
        if (before != null) {
            next.ifPresent(now -> keepChoices(before, now));
        }
        page.set(next);
        check();
    }

    /** What the user has chosen stays, where nothing has become different meanwhile: nobody chooses what they have not seen. */
    private static void keepChoices(Page before, Page now) {
        for (ChoiceViewModel choice : now.choices()) {
            before.choices()
                    .stream()
                    .filter(old -> old.choice().equals(choice.choice()))
                    .findFirst()
                    .ifPresent(old -> choice.side().set(old.side().get()));
        }
    }

    /** @param household null when the case's household is not here */
    private record Read(Conflict conflict, @Nullable Document about, @Nullable Household household, Registers registers, String caseName) {}

    /** What was typed before the page was left is read together with the conflict, so that nothing is typed over it in between. */
    private record Content(Optional<Read> read, List<Draft> drafts) {}

    private Content content() {
        return new Content(read(), desk.workstation().drafts().startingWith(key("")));
    }

    private Optional<Read> read() {
        DocumentStore documents = desk.documents();
        return documents.find(Conflict.class, conflictId).filter(Conflict::open).flatMap(conflict -> {
            Document about = DocumentJson.type(conflict.aboutType())
                    .<Document>flatMap(type -> documents.find(type.record(), conflict.aboutId()).map(Document.class::cast))
                    .orElse(null);
            UUID caseId = conflict.caseId();
            Registers registers = Registers.read(documents);
            if (caseId == null) {
                return Optional.of(new Read(conflict, about, null, registers, ""));
            }
            Optional<Household> household = documents.inCase(Household.class, caseId).stream().reduce((_, last) -> last);
            return documents.find(CaseFile.class, caseId)
                    .filter(file -> CaseAccess.sees(desk.staff(), file, household))
                    .map(file -> new Read(conflict, about, household.orElse(null), registers,
                            household.map(h -> h.applicant().person().listName() + " · " + file.number()).orElse(file.number())));
        });
    }

    private Page page(Read read) {
        Conflict conflict = read.conflict();
        ConflictWords words = new ConflictWords(conflict.aboutType(), read.about(), read.household(), read.registers(), texts,
                desk.formats());
        String them = name(conflict.theirAuthor(), read.registers());
        String me = name(conflict.myAuthor(), read.registers());
        List<ChoiceViewModel> choices = new ArrayList<>();
        for (var choice : conflict.choices()) {
            ChoiceViewModel one = new ChoiceViewModel(choice, words, this::own, texts);
            one.side().subscribe(this::check);
            one.own().forEach(own -> own.value().subscribe(this::check));
            choices.add(one);
        }
        return new Page(conflict, texts.of("conflict.heading", words.document()), read.caseName(), lead(conflict, read.about(), them, me),
                theirs(conflict, them), texts.of("conflict.mine", me, desk.formats().time(conflict.mineAt())), me,
                Settling.allowed(desk.staff(), conflict), List.copyOf(choices));
    }

    private String theirs(Conflict conflict, String them) {
        Instant at = conflict.theirAt();
        return at == null ? texts.of("conflict.theirs", them) : texts.of("conflict.theirs-at", them, desk.formats().time(at));
    }

    private String lead(Conflict conflict, @Nullable Document about, String them, String me) {
        return switch (conflict.refused()) {
            case Conflict.DELETED -> texts.of("conflict.lead.DELETED", them, me);
            case Conflict.LOCKED -> texts.of("conflict.lead.LOCKED", them, me);
            case Conflict.INVALID -> texts.of("conflict.lead.INVALID", them, me);
            case Conflict.ACCESS_WITHDRAWN ->
                about == null ? texts.of("conflict.lead.made", them, me) : texts.of("conflict.lead.ACCESS_WITHDRAWN", them, me);
            default -> texts.of("conflict.lead.clash", them, me);
        };
    }

    private String name(UUID staffId, Registers registers) {
        return registers.staff(staffId).map(Staff::name).orElse("–");
    }
}
