package se.trepart.app.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.control.Choice;
import se.trepart.app.shell.CaseEntry;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.shell.Reload;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Phase;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.control.ShippedPlanningSettings;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.plan.Referral;
import se.trepart.model.plan.Referral.Status;

import org.jspecify.annotations.Nullable;

/** The list of cases (Ärenden), filtered on phase, referral status, unit and responsible person only (R32). */
public final class CasesViewModel {

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final ObservableList<CaseRow> rows = FXCollections.observableArrayList();
    private final BooleanProperty loading = new SimpleBooleanProperty();
    private final ObservableList<Choice<Phase>> phases = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> units = FXCollections.observableArrayList();
    private final ObservableList<Choice<UUID>> people = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Phase>> phase = new SimpleObjectProperty<>();
    private final ObservableList<Choice<Boolean>> referrals = FXCollections.observableArrayList();
    private final ObjectProperty<Choice<Boolean>> referral = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<UUID>> unit = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<UUID>> responsible = new SimpleObjectProperty<>();
    private final Reload reload;
    private Found found = new Found(List.of(), Map.of());

    /** @param answerBy by when the cases' referrals that wait for an answer are to have one (R21) */
    private record Found(List<CaseEntry> cases, Map<UUID, LocalDate> answerBy) {}

    public CasesViewModel(Desk desk, Directory directory) {
        this.desk = desk;
        this.directory = directory;
        texts = desk.texts();
        phases.add(new Choice<>(texts.of("cases.all-open"), null));
        for (Phase one : Phase.values()) {
            phases.add(new Choice<>(texts.name("text.phase", one), one));
        }
        units.add(new Choice<>(texts.of("cases.all-units"), null));
        for (Unit one : directory.units()) {
            units.add(new Choice<>(one.name(), one.id()));
        }
        people.add(new Choice<>(texts.of("cases.everyone"), null));
        people.add(new Choice<>(texts.of("cases.mine"), desk.staff().id()));
        for (Staff one : directory.staff()) {
            if (!one.id().equals(desk.staff().id())) {
                people.add(new Choice<>(one.name(), one.id()));
            }
        }
        referrals.add(new Choice<>(texts.of("cases.all-referrals"), null));
        referrals.add(new Choice<>(texts.of("cases.unanswered"), true));
        phase.set(phases.getFirst());
        referral.set(referrals.getFirst());
        unit.set(units.getFirst());
        responsible.set(people.getFirst());
        reload = new Reload(desk.tasks(), () -> desk.tasks().of(this::read).showing(loading).then(now -> {
            found = now;
            filter();
        }));
        directory.onChange(reload::soon);
        List.of(phase, referral, unit, responsible).forEach(chosen -> chosen.subscribe(this::filter));
        reload.now();
    }

    public ObservableList<CaseRow> rows() {
        return rows;
    }

    public BooleanProperty loading() {
        return loading;
    }

    public ObservableList<Choice<Phase>> phases() {
        return phases;
    }

    /** All cases, or those whose referral waits for an answer. */
    public ObservableList<Choice<Boolean>> referrals() {
        return referrals;
    }

    public ObjectProperty<Choice<Boolean>> referral() {
        return referral;
    }

    /** Shows the user's own cases whose referral waits for an answer. */
    public void showUnanswered() {
        phase.set(phases.getFirst());
        unit.set(units.getFirst());
        responsible.set(people.get(1));
        referral.set(referrals.getLast());
    }

    public ObservableList<Choice<UUID>> units() {
        return units;
    }

    public ObservableList<Choice<UUID>> people() {
        return people;
    }

    public ObjectProperty<Choice<Phase>> phase() {
        return phase;
    }

    public ObjectProperty<Choice<UUID>> unit() {
        return unit;
    }

    public ObjectProperty<Choice<UUID>> responsible() {
        return responsible;
    }

    public void open(CaseRow row) {
        if (referral.get().value() == null) {
            desk.navigator().openCase(row.caseId());
        } else {
            desk.navigator().openCase(row.caseId(), CasePlace.PLANNING);
        }
    }

    private Found read() {
        PlanningSettings settings = ShippedPlanningSettings.inForce(desk.documents().list(PlanningSettings.class, ListFilter.ALL),
                desk.today());
        Map<UUID, LocalDate> answerBy = new HashMap<>();
        for (Referral sent : desk.documents().list(Referral.class, ListFilter.states(Status.SENT.name(), Status.RECEIVED.name()))) {
            sent.answerBy(settings).ifPresent(by -> answerBy.merge(sent.caseId(), by, (one, other) -> one.isBefore(other) ? one : other));
        }
        return new Found(directory.cases(), answerBy);
    }

    private void filter() {
        List<CaseRow> kept = new ArrayList<>();
        for (CaseEntry entry : found.cases()) {
            if (matches(entry)) {
                kept.add(row(entry));
            }
        }
        rows.setAll(kept);
    }

    private boolean matches(CaseEntry entry) {
        Phase wanted = phase.get().value();
        boolean referred = referral.get().value() == null || found.answerBy().containsKey(entry.caseId());
        return referred && (wanted == null ? entry.phase() != Phase.CLOSED : entry.phase() == wanted) && chosen(unit, entry.unitId())
                && chosen(responsible, entry.responsible());
    }

    private static boolean chosen(ObjectProperty<Choice<UUID>> choice, @Nullable UUID value) {
        UUID wanted = choice.get().value();
        return wanted == null || wanted.equals(value);
    }

    private String answerBy(LocalDate by) {
        return by.isBefore(desk.today()) ? texts.of("cases.late", Formats.date(by)) : Formats.date(by);
    }

    private CaseRow row(CaseEntry entry) {
        return new CaseRow(entry.caseId(), entry.who(), entry.order(), entry.number(), texts.name("text.phase", entry.phase()),
                Formats.date(entry.phaseSince()), directory.unitName(entry.unitId()), directory.staffName(entry.responsible()),
                found.answerBy().get(entry.caseId()) instanceof LocalDate by ? answerBy(by) : "");
    }
}
