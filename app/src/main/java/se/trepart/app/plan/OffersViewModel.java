package se.trepart.app.plan;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.DraftKeeper;
import se.trepart.app.casefile.TypedText;
import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Formats;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Drafts.Draft;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.StaleDocument;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.ActionOffer;

import org.jspecify.annotations.Nullable;

/**
 * What the municipality offers (insatskatalog): read by all, kept by the administrator and by who leads the labour-market unit. An offer is
 * never deleted.
 */
public final class OffersViewModel implements FormHost, AutoCloseable {

    private static final String DRAFTS = "offers/";

    /** When it is offered. */
    enum Offered {
        NOW,
        LATER,
        ENDED
    }

    private final Desk desk;
    private final Texts texts;
    private final ObservableList<OffersRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ObservableList<Choice<Offered>> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Offered>> shown = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable PlanForm> form = new ReadOnlyObjectWrapper<>();
    private final DraftKeeper keeper;
    private final Map<String, TypedText> typed = new HashMap<>();
    private final Map<String, Draft> found = new HashMap<>();
    private final Reload reload;
    private final AutoCloseable watch;
    private OfferBook book = OfferBook.EMPTY;
    private boolean open;

    /** @param draftPause {@link DraftKeeper#PAUSE} in the program, none in tests */
    public OffersViewModel(Desk desk, Directory directory, Duration draftPause) {
        this.desk = desk;
        texts = desk.texts();
        keeper = new DraftKeeper(desk.workstation().drafts(), desk.tasks(), draftPause);
        for (Offered one : Offered.values()) {
            choices.add(new Choice<>(texts.name("plan.offers.shown", one), one));
        }
        choices.add(new Choice<>(texts.of("plan.offers.all"), null));
        shown.set(choices.getFirst());
        shown.addListener((_, _, _) -> filter());
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).then(this::show));
        watch = directory.onChange(() -> desk.tasks().onScreen(() -> {
            if (open) {
                reload.soon();
            }
        }));
    }

    void opened() {
        open = true;
        reload.now();
    }

    void closed() {
        open = false;
    }

    ObservableList<OffersRow> rows() {
        return rows;
    }

    /** Whether the catalogue has been read at least once: before that, empty means nothing. */
    BooleanProperty loaded() {
        return loaded;
    }

    /** Whether there is anything at all, whatever has been chosen. */
    boolean nothing() {
        return book.offers().isEmpty();
    }

    ObservableList<Choice<Offered>> choices() {
        return choices;
    }

    ObjectProperty<Choice<Offered>> shown() {
        return shown;
    }

    /** What is being filled in; null while the list is shown. */
    ReadOnlyObjectProperty<@Nullable PlanForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** All that is or has been offered, or will be. */
    List<ActionOffer> offers() {
        return book.offers();
    }

    /** Whether the user keeps the catalogue; others only read. */
    boolean mayKeep() {
        return mayKeep(desk);
    }

    public static boolean mayKeep(Desk desk) {
        return desk.staff().roles().stream().anyMatch(role -> CaseAccess.changes(role, DocumentType.ACTION_OFFER));
    }

    void add() {
        if (mayKeep()) {
            form.set(new OfferForms.New(this));
        }
    }

    void change(OffersRow row) {
        if (mayKeep()) {
            form.set(new OfferForms.Change(this, row.offer()));
        }
    }

    /** @param then when it is on disk */
    void save(Intent intent, Runnable then) {
        desk.tasks().of(() -> desk.documents().save(intent)).then(_ -> {
            then.run();
            reload.now();
        }).on(StaleDocument.class, _ -> {
            desk.dialogs().error(texts.of("casefile.stale.title"), texts.of("casefile.stale.text"));
            leaveForm();
            reload.now();
        }).start();
    }

    @Override
    public Desk desk() {
        return desk;
    }

    @Override
    public TypedText typed(String field) {
        return typed.computeIfAbsent(DRAFTS + field, key -> new TypedText(key, keeper, found.remove(key), _ -> {}));
    }

    @Override
    public void leaveForm() {
        form.set(null);
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    private record Read(OfferBook book, List<Draft> drafts) {}

    private Read read() {
        return new Read(OfferBook.readAll(desk.documents()), desk.workstation().drafts().startingWith(DRAFTS));
    }

    private void show(Read read) {
        book = read.book();
        if (!loaded.get()) {
            read.drafts().forEach(draft -> found.put(draft.key(), draft));
        }
        loaded.set(true);
        filter();
    }

    private void filter() {
        Offered wanted = shown.get().value();
        rows.setAll(book.offers()
                .stream()
                .filter(offer -> wanted == null || wanted == when(offer))
                .map(this::row)
                .sorted(Comparator.comparing(OffersRow::order).thenComparing(row -> row.offer().offeredFrom()))
                .toList());
    }

    private Offered when(ActionOffer offer) {
        if (offer.offered(desk.today())) {
            return Offered.NOW;
        }
        return offer.offeredFrom().isAfter(desk.today()) ? Offered.LATER : Offered.ENDED;
    }

    private OffersRow row(ActionOffer offer) {
        String kind = ActionKind.nameOf(offer.kind());
        Money cost = offer.costAMonth();
        return new OffersRow(offer, kind, SwedishOrder.key(kind + " " + offer.place()), seats(offer),
                cost == null ? "–" : Formats.money(cost), time(offer));
    }

    /** Who reads no case does not know how many take part, which is not the same as nobody. */
    private String seats(ActionOffer offer) {
        boolean counts = when(offer) == Offered.NOW && desk.staff().roles().stream().anyMatch(CaseAccess::readsCases);
        return texts.of("plan.offers.seats-taken", counts ? Integer.toString(book.taken(offer)) : "–", offer.capacity());
    }

    private String time(ActionOffer offer) {
        LocalDate to = offer.offeredTo();
        if (to != null) {
            return texts.of("plan.offers.until", Formats.date(to));
        }
        boolean later = offer.offeredFrom().isAfter(desk.today());
        return texts.of(later ? "plan.offers.from" : "plan.offers.since", Formats.date(offer.offeredFrom()));
    }
}
