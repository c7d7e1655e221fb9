package se.trepart.app.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import se.trepart.app.calculation.CalculationPage.Gone;
import se.trepart.app.calculation.CalculationPage.Group;
import se.trepart.app.calculation.CalculationPage.Part;
import se.trepart.app.calculation.CalculationPage.State;
import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.text.Formats;
import se.trepart.app.text.LineNames;
import se.trepart.app.text.Texts;
import se.trepart.local.cache.Intent;
import se.trepart.model.Money;
import se.trepart.model.application.Application;
import se.trepart.model.application.CostType;
import se.trepart.model.application.ReasonableCost;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.CalculationFault;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.ComparedLine;
import se.trepart.model.norm.LineKind;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.person.Person;

/** The calculation of the application at hand (beräkning): proposes it, follows what the caseworker writes, works it out again. */
public final class CalculationViewModel {

    private final OpenCase openCase;
    private final Rulebook rulebook;
    private final NormCalculation norms;
    private final Texts texts;
    private final Map<String, CalculationRow> rows = new HashMap<>();
    private final Map<String, AddedLine> adding = new HashMap<>();
    private final ReadOnlyObjectWrapper<CalculationPage> page = new ReadOnlyObjectWrapper<>(CalculationPage.NOTHING);
    private final ReadOnlyObjectWrapper<Sums> sums = new ReadOnlyObjectWrapper<>(Sums.NOTHING);
    private final Runnable stop;
    private boolean opened;

    public CalculationViewModel(OpenCase openCase, Rulebook rulebook) {
        this.openCase = openCase;
        this.rulebook = rulebook;
        norms = rulebook.calculation();
        texts = openCase.desk().texts();
        stop = openCase.follow(this::show);
    }

    public void dispose() {
        stop.run();
    }

    public ReadOnlyObjectProperty<CalculationPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public CalculationPage page() {
        return page.get();
    }

    /** With what is being typed. */
    public ReadOnlyObjectProperty<Sums> sumsProperty() {
        return sums.getReadOnlyProperty();
    }

    /** Whether the user may change it now. */
    public boolean editable() {
        return page().state() == State.OPEN && openCase.mayChange();
    }

    /** The place is shown: the first time, the calculation is proposed. */
    public void open() {
        opened = true;
        proposeWhenNone();
    }

    public void close() {
        opened = false;
        leave();
    }

    /** Writes everything that is typed and can be read. */
    public void leave() {
        page().rows().forEach(CalculationRow::leave);
    }

    /** Works out the system's amounts again from what the case says now; what the caseworker has written stays (R14). */
    public void recalculate() {
        leave();
        openCase.situation().flatMap(CaseSituation::atHand).ifPresent(application -> {
            Calculation shown = page().calculation();
            if (shown != null) {
                new CalculationEdit(openCase, shown.id()).change(this::again);
            }
        });
    }

    /** The line being added to a part of the table. */
    public Optional<AddedLine> adding(LineKind kind) {
        Calculation shown = page().calculation();
        return shown == null
                ? Optional.empty()
                : openCase.situation()
                        .map(now -> adding.computeIfAbsent(shown.id() + kind.name(), _ -> new AddedLine(kind, openCase,
                                new CalculationEdit(openCase, shown.id()), now.documents().household())));
    }

    /** The rows whose amount differs from the system's without a reason (R14), as typed. */
    public List<CalculationRow> reasonsMissing() {
        return page().state() == State.OPEN ? page().rows().stream().filter(row -> row.reasonMissingProperty().get()).toList() : List.of();
    }

    private Calculation again(Calculation calculation) {
        CaseSituation now = openCase.situation().orElseThrow();
        CalculationBasis basis = basis(now, now.atHand().orElseThrow());
        return norms.faults(basis).isEmpty() ? norms.recalculate(calculation, basis, settings(now)) : calculation;
    }

    private void proposeWhenNone() {
        if (!opened || !openCase.mayChange() || page().state() != State.NOT_MADE) {
            return;
        }
        CaseSituation now = openCase.situation().orElseThrow();
        UUID chosen = now.atHand().orElseThrow().id();
        UUID me = openCase.desk().staff().id();
        openCase.edit(documents -> documents.application(chosen)
                .filter(application -> documents.calculationsOf(application).isEmpty() && !application.status().ended())
                .map(application -> Intent.create(norms.propose(basis(now, application), settings(now), openCase.desk().newId().get(),
                        application.unitId(), application.caseId(), now.today(), me)))
                .orElse(new Intent(List.of())));
    }

    private void show(CaseSituation now) {
        Application application = now.application();
        if (application == null) {
            page.set(CalculationPage.NOTHING);
            return;
        }
        Optional<Calculation> found = CurrentCalculation.of(now.documents(), application);
        if (found.isEmpty()) {
            List<CalculationFault> faults = norms.faults(basis(now, application));
            State state = faults.isEmpty() ? State.NOT_MADE : State.NOT_CALCULABLE;
            page.set(CalculationPage.none(state, faults.stream().map(fault -> words(fault, now.documents().household())).toList()));
            proposeWhenNone();
            return;
        }
        page.set(page(now, application, found.get()));
        sum();
    }

    private CalculationPage page(CaseSituation now, Application application, Calculation calculation) {
        CaseDocuments documents = now.documents();
        String locked = lockedWhy(documents, application, calculation);
        Optional<Application> before = now.before();
        Optional<Calculation> lastMonth = before.flatMap(b -> CurrentCalculation.of(documents, b));
        List<ComparedLine> compared = lastMonth.map(calculation::comparedWith)
                .orElseGet(() -> calculation.lines().stream().map(line -> new ComparedLine(line, null)).toList());
        LocalDate lawDate = CurrentCalculation.decision(documents, application)
                .flatMap(d -> Optional.ofNullable(d.decidedOn()))
                .orElse(now.today());
        LineExplanation explanation = new LineExplanation(texts, rulebook, application, documents.household(), lawDate);
        CalculationEdit edit = new CalculationEdit(openCase, calculation.id());
        Map<String, Integer> keys = new HashMap<>();
        List<CalculationRow> shown = new ArrayList<>();
        for (ComparedLine one : compared) {
            CalculationLine line = one.line();
            if (line != null) {
                int nth = keys.merge(line.code(), 1, Integer::sum);
                String key = line.code().replace('.', '-') + (nth == 1 ? "" : "-" + nth);
                shown.add(row(key, line, words(one, line, explanation, lastMonth.isPresent(), warning(line, now, application)), edit));
            }
        }
        List<Group> groups = new ArrayList<>();
        for (Part part : Part.values()) {
            groups.add(new Group(part, shown.stream().filter(row -> Part.of(row.live().kind()) == part).toList(), gone(compared, part)));
        }
        boolean outdated = locked.isEmpty() && outdated(now, application, calculation);
        return new CalculationPage(locked.isEmpty() ? State.OPEN : State.LOCKED, calculation, groups, List.of(), notes(calculation), locked,
                outdated, lastMonth.map(c -> Formats.month(c.period()).replaceAll(" .*", "")).orElse(""));
    }

    private CalculationRow row(String key, CalculationLine line, LineWords words, CalculationEdit edit) {
        CalculationRow row = rows.computeIfAbsent(edit.calculationId() + "/" + line.id(),
                _ -> new CalculationRow(key, line, words, openCase, edit, this::sum));
        row.show(line, words);
        return row;
    }

    private static LineWords words(ComparedLine compared, CalculationLine line, LineExplanation explanation, boolean comparing,
            String warning) {
        CalculationLine before = compared.lastMonth();
        String lastMonth = before == null ? comparing ? "–" : "" : Formats.amount(before.amount());
        return new LineWords(explanation.name(line), explanation.about(line), lastMonth,
                before != null && !compared.difference().equals(Money.ZERO), line.added() ? "–" : Formats.amount(line.systemAmount()),
                warning, explanation.of(line), line.unconfirmed());
    }

    private List<Gone> gone(List<ComparedLine> compared, Part part) {
        LineNames names = new LineNames(texts);
        List<Gone> gone = new ArrayList<>();
        for (ComparedLine one : compared) {
            CalculationLine before = one.lastMonth();
            if (one.isGone() && before != null && Part.of(before.kind()) == part) {
                gone.add(new Gone(names.of(before), Formats.amount(before.amount())));
            }
        }
        return gone;
    }

    private List<String> notes(Calculation calculation) {
        int unconfirmed = calculation.unconfirmed().size();
        return unconfirmed == 0 ? List.of() : List.of(texts.count("calculation.note.unconfirmed", unconfirmed));
    }

    /** The rent above the municipality's level is pointed out; the caseworker decides. */
    private String warning(CalculationLine line, CaseSituation now, Application application) {
        if (line.kind() != LineKind.COST || !line.code().equals(CostType.RENT.name())) {
            return "";
        }
        int people = application.declaration().adults().size() + application.declaration().children().size();
        Settings settings = settings(now);
        return ReasonableCost.rentOverLevel(application.declaration(), settings)
                .map(over -> texts.count("calculation.warning.rent", people, Formats.money(over),
                        Formats.money(settings.housingLevel(people))))
                .orElse("");
    }

    private String lockedWhy(CaseDocuments documents, Application application, Calculation calculation) {
        if (calculation.locked()) {
            return documents.decisionsOf(application)
                    .stream()
                    .filter(d -> calculation.id().equals(d.calculationId()) && d.made())
                    .flatMap(d -> Optional.ofNullable(d.decidedOn()).stream())
                    .findFirst()
                    .map(on -> texts.of("calculation.locked", Formats.longDate(on)))
                    .orElse(texts.of("calculation.locked-elsewhere"));
        }
        return CurrentCalculation.withDecider(documents, application) ? texts.of("calculation.with-decider") : "";
    }

    private boolean outdated(CaseSituation now, Application application, Calculation calculation) {
        CalculationBasis basis = basis(now, application);
        return norms.faults(basis).isEmpty() && !norms.recalculate(calculation, basis, settings(now)).lines().equals(calculation.lines());
    }

    private void sum() {
        Calculation calculation = page().calculation();
        sums.set(calculation == null ? Sums.NOTHING : Sums.with(calculation, page().rows().stream().map(CalculationRow::live).toList()));
    }

    private String words(CalculationFault fault, Household household) {
        String who = Optional.ofNullable(fault.subjectId()).flatMap(household::member).map(Person::firstName).orElse("");
        return switch (fault.kind()) {
            case NO_NORM -> texts.of("calculation.not-calculable.no-norm");
            case ADULTS -> texts.of("calculation.not-calculable.adults");
            case OWN_CASE -> texts.of("calculation.not-calculable.own-case", who);
            case NOT_BORN -> texts.of("calculation.not-calculable.not-born", who);
            case DAYS_IN_HOME -> texts.of("calculation.not-calculable.days", who);
            case SHARED_HOME_SIZE -> texts.of("calculation.not-calculable.shared-home");
            case UNKNOWN_MEMBER -> texts.of("calculation.not-calculable.unknown-member");
        };
    }

    private static CalculationBasis basis(CaseSituation now, Application application) {
        return CalculationBasis.of(application, now.documents().household(),
                CalculationBasis.earnedBefore(application, now.documents().applications()));
    }

    /** The settings of the month calculated for. */
    private static Settings settings(CaseSituation now) {
        return now.registers().settings(now.atHand().map(a -> a.period().atDay(1)).orElse(now.today()));
    }
}
