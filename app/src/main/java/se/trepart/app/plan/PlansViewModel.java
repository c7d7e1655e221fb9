package se.trepart.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.OfPlan;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.SwedishOrder;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Staff;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Standing;

import org.jspecify.annotations.Nullable;

/** The participants and their plans (Planer), the user's own first; filtered on standing and responsible person only (R32). */
public final class PlansViewModel implements AutoCloseable {

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final ObservableList<PlansRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ObservableList<Choice<Standing>> standings = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> people = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Standing>> standing = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<UUID>> responsible = new SimpleObjectProperty<>();
    private final Reload reload;
    private final AutoCloseable watch;
    private List<PlansRow> all = List.of();

    public PlansViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
        standings.add(new Choice<>(texts.of("plan.list.all-open"), null));
        for (Standing one : Standing.values()) {
            standings.add(new Choice<>(texts.name("plan.standing", one), one));
        }
        people.add(new Choice<>(texts.of("plan.list.everyone"), null));
        people.add(new Choice<>(texts.of("plan.list.mine"), desk.staff().id()));
        for (Staff one : directory.staff()) {
            if (!one.id().equals(desk.staff().id())) {
                people.add(new Choice<>(one.name(), one.id()));
            }
        }
        standing.set(standings.getFirst());
        responsible.set(people.getFirst());
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::load).showing(loading).then(read -> {
            all = read;
            filter();
        }));
        watch = directory.onChange(reload::soon);
        List.of(standing, responsible).forEach(chosen -> chosen.subscribe(this::filter));
        reload.now();
    }

    public ObservableList<PlansRow> rows() {
        return rows;
    }

    public BooleanProperty loading() {
        return loading;
    }

    /** Whether there is anybody at all, whatever has been chosen. */
    boolean nobody() {
        return all.isEmpty();
    }

    public ObservableList<Choice<Standing>> standings() {
        return standings;
    }

    public ObservableList<Choice<UUID>> people() {
        return people;
    }

    public ObjectProperty<Choice<Standing>> standing() {
        return standing;
    }

    public ObjectProperty<Choice<UUID>> responsible() {
        return responsible;
    }

    void open(PlansRow row) {
        desk.navigator().open(new OfPlan(row.caseId(), row.memberId()));
    }

    void openOffers() {
        desk.navigator().open(Aside.OFFERS);
    }

    @Override
    public void close() throws Exception {
        watch.close();
    }

    private void filter() {
        Standing wanted = standing.get().value();
        UUID person = responsible.get().value();
        rows.setAll(all.stream()
                .filter(row -> wanted == null ? row.standing() != Standing.ENDED : row.standing() == wanted)
                .filter(row -> person == null || person.equals(row.keptBy()))
                .toList());
    }

    private List<PlansRow> load() {
        Map<UUID, Read> people = new LinkedHashMap<>();
        desk.documents()
                .list(Referral.class, ListFilter.ALL)
                .stream()
                .filter(referral -> referral.status() != Referral.Status.WRITING)
                .forEach(referral -> of(people, referral.caseId(), referral.memberId()).referrals.add(referral));
        desk.documents().list(Plan.class, ListFilter.ALL).forEach(plan -> of(people, plan.caseId(), plan.memberId()).plans.add(plan));
        Map<UUID, List<Action>> actions = desk.documents()
                .list(Action.class, ListFilter.states("OPEN", "PROPOSED"))
                .stream()
                .collect(Collectors.groupingBy(Action::memberId, HashMap::new, Collectors.toList()));
        UUID me = desk.staff().id();
        return people.values()
                .stream()
                .flatMap(read -> row(read, actions.getOrDefault(read.memberId, List.of())).stream())
                .sorted(Comparator.<PlansRow, Boolean>comparing(row -> !me.equals(row.keptBy())).thenComparing(PlansRow::order))
                .toList();
    }

    private static Read of(Map<UUID, Read> people, UUID caseId, UUID memberId) {
        return people.computeIfAbsent(memberId, _ -> new Read(caseId, memberId));
    }

    /** R34: somebody whom the directory does not know is not for this user to see. */
    private Optional<PlansRow> row(Read read, List<Action> actions) {
        return directory.adultName(read.caseId, read.memberId).map(who -> {
            Standing now = Standing.of(read.referrals, read.plans);
            Optional<Plan> plan = read.plans.stream().filter(Plan::running).findFirst();
            UUID keptBy = keptBy(read, plan);
            return new PlansRow(read.caseId, read.memberId, who, SwedishOrder.key(who), now, texts.name("plan.standing", now),
                    plan.map(this::followUp).orElse("–"), actions(actions), keptBy, directory.staffName(keptBy));
        });
    }

    private static @Nullable UUID keptBy(Read read, Optional<Plan> plan) {
        return plan.map(Plan::consultant)
                .or(() -> read.referrals.stream().filter(Referral::running).map(referral -> referral.steps().getLast().by()).findFirst())
                .orElse(null);
    }

    private String followUp(Plan plan) {
        LocalDate on = plan.followUpOn();
        return on == null ? texts.of("plan.list.no-follow-up") : desk.formats().due(on);
    }

    private String actions(List<Action> actions) {
        return actions.isEmpty()
                ? "–"
                : actions.stream()
                        .sorted(Comparator.comparing((Action action) -> action.terms().endsOn()))
                        .map(action -> texts.of("plan.list.action", kind(action), desk.formats().shortDate(action.terms().endsOn())))
                        .collect(Collectors.joining(", "));
    }

    private static String kind(Action action) {
        return ActionKind.nameOf(action.terms().kind());
    }

    /** What is known of one participant. */
    private static final class Read {

        private final UUID caseId;
        private final UUID memberId;
        private final List<Referral> referrals = new ArrayList<>();
        private final List<Plan> plans = new ArrayList<>();

        Read(UUID caseId, UUID memberId) {
            this.caseId = caseId;
            this.memberId = memberId;
        }
    }
}
