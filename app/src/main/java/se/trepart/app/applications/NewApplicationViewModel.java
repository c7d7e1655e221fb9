package se.trepart.app.applications;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.applications.PersonLine.Part;
import se.trepart.app.control.Choice;
import se.trepart.app.intake.Intake;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Directory;
import se.trepart.app.text.Texts;
import se.trepart.local.search.Search;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.application.RegistrationResult;
import se.trepart.model.application.Renewal;
import se.trepart.model.casefile.Household;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;

/**
 * The form for an application that came by letter, mail or word of mouth (ny ansökan). For a known household last month's facts are filled
 * in (R2) for a person to go through.
 */
public final class NewApplicationViewModel {

    private static final int HITS = 8;
    private static final int MIN_TYPED = 2;

    /** A household found: who applies, and what was declared last. */
    record Known(UUID caseId, String words, Household household, @Nullable Application last) {}

    /** A part of the form, in its order. */
    enum Area {
        HOW,
        WHO,
        HOME,
        COSTS,
        INCOMES
    }

    /** What is missing, in words, and where it is written. */
    record Missing(String text, Area area) {}

    private final Desk desk;
    private final Directory directory;
    private final Texts texts;
    private final Intake intake;
    private final Runnable done;
    private final ObjectProperty<Choice<Channel>> channel = new SimpleObjectProperty<>();
    private final ObjectProperty<LocalDate> receivedOn = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<YearMonth>> month = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<ApplicationKind>> kind = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<Protection>> protection = new SimpleObjectProperty<>();
    private final ObjectProperty<Choice<HousingForm>> housing = new SimpleObjectProperty<>();
    private final StringProperty housingPeople = new SimpleStringProperty("");
    private final StringProperty rooms = new SimpleStringProperty("");
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty ownWords = new SimpleStringProperty("");
    private final ObservableList<Search.Hit> hits = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Known> known = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty newPerson = new SimpleBooleanProperty();
    private final ObservableList<PersonLine> people = FXCollections.observableArrayList();
    private final ObservableList<AmountLine<CostType>> costs = FXCollections.observableArrayList();
    private final ObservableList<AmountLine<IncomeType>> incomes = FXCollections.observableArrayList();
    private final NewApplicationChoices choices;
    private boolean registering;

    NewApplicationViewModel(Desk desk, Directory directory, Intake intake, Runnable done) {
        this.desk = desk;
        this.directory = directory;
        this.intake = intake;
        this.done = done;
        texts = desk.texts();
        choices = new NewApplicationChoices(texts, YearMonth.from(desk.today()));
        receivedOn.set(desk.today());
        month.set(choices.month(YearMonth.from(desk.today())));
        kind.set(choices.kind(ApplicationKind.NEW));
        search.subscribe(this::find);
    }

    // ---- what the view shows

    public NewApplicationChoices choices() {
        return choices;
    }

    public ObjectProperty<Choice<Channel>> channel() {
        return channel;
    }

    public ObjectProperty<LocalDate> receivedOn() {
        return receivedOn;
    }

    public ObjectProperty<Choice<YearMonth>> month() {
        return month;
    }

    public ObjectProperty<Choice<ApplicationKind>> kind() {
        return kind;
    }

    public ObjectProperty<Choice<Protection>> protection() {
        return protection;
    }

    public ObjectProperty<Choice<HousingForm>> housing() {
        return housing;
    }

    public StringProperty housingPeople() {
        return housingPeople;
    }

    public StringProperty rooms() {
        return rooms;
    }

    public StringProperty search() {
        return search;
    }

    public StringProperty ownWords() {
        return ownWords;
    }

    public ObservableList<Search.Hit> hits() {
        return hits;
    }

    ReadOnlyObjectProperty<@Nullable Known> known() {
        return known.getReadOnlyProperty();
    }

    /** The applicant is not known here: names and numbers are written down. */
    public BooleanProperty newPerson() {
        return newPerson;
    }

    public ObservableList<PersonLine> people() {
        return people;
    }

    public ObservableList<AmountLine<CostType>> costs() {
        return costs;
    }

    public ObservableList<AmountLine<IncomeType>> incomes() {
        return incomes;
    }

    /** Whose an income can be. */
    public List<Choice<UUID>> members() {
        Known household = known.get();
        return household == null
                ? people.stream().map(p -> new Choice<>(p.shortName(), p.id())).toList()
                : household.household().adults().stream().map(a -> new Choice<>(a.person().firstName(), a.id())).toList();
    }

    // ---- what the user does

    public void choose(Search.Hit hit) {
        desk.tasks().of(() -> read(hit)).then(this::fillIn).start();
    }

    public void writeNewPerson() {
        newPerson.set(true);
        people.setAll(new PersonLine(desk.newId().get(), choices.part(Part.APPLICANT), texts));
        incomes.clear();
        costs.clear();
    }

    /** Back to the search. */
    public void chooseAgain() {
        known.set(null);
        newPerson.set(false);
        people.clear();
        costs.clear();
        incomes.clear();
        search.set("");
    }

    public void addPerson() {
        boolean couple = people.stream().anyMatch(p -> p.is(Part.CO_APPLICANT));
        people.add(new PersonLine(desk.newId().get(), choices.part(couple ? Part.CHILD : Part.CO_APPLICANT), texts));
    }

    public void addCost() {
        costs.add(new AmountLine<>(desk.newId().get(), choices.costs().getFirst(), NewApplicationChoices.NOBODY, null, "", texts));
    }

    public void addIncome() {
        incomes.add(new AmountLine<>(desk.newId().get(), choices.incomes().getFirst(), members().getFirst(), null, "", texts));
    }

    public void cancel() {
        boolean empty = known.get() == null && people.isEmpty();
        if (empty || desk.dialogs()
                .confirm(texts.of("applications.cancel-title"), texts.of("applications.cancel-text"), texts.of("applications.cancel-do"))) {
            done.run();
        }
    }

    /** What is still missing, in words, in the order of the form. */
    List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        if (channel.get() == null) {
            missing.add(new Missing(texts.of("applications.missing-channel"), Area.HOW));
        }
        if (receivedOn.get() == null || receivedOn.get().isAfter(desk.today())) {
            missing.add(new Missing(texts.of("applications.bad-date"), Area.HOW));
        }
        if (known.get() == null && people.isEmpty()) {
            missing.add(new Missing(texts.of("applications.missing-person"), Area.WHO));
            return missing;
        }
        people.stream()
                .filter(p -> !p.complete())
                .forEach(p -> missing.add(new Missing(texts.of("applications.missing-name", p.shortName()), Area.WHO)));
        if (!people.isEmpty() && people.stream().noneMatch(p -> p.is(Part.APPLICANT))) {
            missing.add(new Missing(texts.of("applications.no-applicant"), Area.WHO));
        }
        if (newPerson.get() && protection.get() == null) {
            missing.add(new Missing(texts.of("applications.missing-protection"), Area.WHO));
        }
        if (housing.get() == null) {
            missing.add(new Missing(texts.of("applications.missing-housing"), Area.HOME));
        }
        costs.stream()
                .filter(c -> !c.fault().isEmpty())
                .forEach(c -> missing.add(new Missing(texts.of("applications.bad-amount", c.kind().get().label()), Area.COSTS)));
        incomes.stream()
                .filter(i -> !i.fault().isEmpty())
                .forEach(i -> missing.add(new Missing(texts.of("applications.bad-amount", i.kind().get().label()), Area.INCOMES)));
        return missing;
    }

    /** Registers, and opens the application in its case. */
    public void register() {
        if (registering || !missing().isEmpty()) {
            return;
        }
        registering = true;
        var received = new WrittenDown(this, desk).application(known.get());
        desk.tasks().of(() -> intake.register(received)).then(this::registered).always(() -> registering = false).start();
    }

    private void registered(RegistrationResult result) {
        switch (result) {
            case RegistrationResult.Registered now -> leaveTo(now.application());
            case RegistrationResult.AlreadyRegistered before -> leaveTo(before.application());
            case RegistrationResult.Refused refused -> desk.dialogs()
                    .error(texts.of("applications.refused"),
                            String.join("\n", refused.faults().stream().map(f -> texts.name("applications.fault", f.kind())).toList()));
        }
    }

    private void leaveTo(Application application) {
        done.run();
        desk.navigator().openCase(application.caseId(), CasePlace.APPLICATION);
    }

    private void find(String typed) {
        if (typed.strip().length() < MIN_TYPED) {
            hits.clear();
            return;
        }
        desk.tasks().of(() -> desk.workstation().search().find(typed, HITS)).then(found -> {
            if (search.get().equals(typed)) {
                hits.setAll(found.stream().filter(h -> directory.find(h.caseId()).isPresent()).toList());
            }
        }).start();
    }

    private Known read(Search.Hit hit) {
        Household household = desk.documents().inCase(Household.class, hit.caseId()).getLast();
        Application last = desk.documents()
                .inCase(Application.class, hit.caseId())
                .stream()
                .filter(a -> a.kind() != ApplicationKind.SUPPLEMENTARY)
                .max(Comparator.comparing(Application::period))
                .orElse(null);
        return new Known(hit.caseId(), texts.of("applications.chosen", household.applicant().person().listName(), hit.caseNumber()),
                household, last);
    }

    private void fillIn(Known found) {
        known.set(found);
        Application last = found.last();
        kind.set(choices.kind(last == null ? ApplicationKind.NEW : ApplicationKind.RENEWAL));
        costs.clear();
        incomes.clear();
        if (last == null) {
            return;
        }
        YearMonth next = Objects.requireNonNull(month.get().value());
        Declaration filled = Renewal.prefilled(last.declaration(), last.period(), next, desk.newId());
        housing.set(choices.housing(filled.housing().form()));
        housingPeople.set(Integer.toString(filled.housing().people()));
        rooms.set(Integer.toString(filled.housing().roomsPlusKitchen()));
        for (AppliedCost cost : filled.costs()) {
            costs.add(new AmountLine<>(cost.id(), choices.cost(cost.type()), NewApplicationChoices.NOBODY, cost.applied(),
                    cost.specification(), texts));
        }
        for (Income income : filled.incomes()) {
            members().stream()
                    .filter(m -> income.memberId().equals(m.value()))
                    .findFirst()
                    .ifPresent(whose -> incomes.add(
                            new AmountLine<>(income.id(), choices.income(income.type()), whose, income.amount(), income.source(), texts)));
        }
    }
}
