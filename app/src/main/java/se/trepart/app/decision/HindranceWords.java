package se.trepart.app.decision;

import java.util.UUID;
import java.util.function.Consumer;

import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Reason;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.text.Formats;
import se.trepart.app.text.LineNames;
import se.trepart.app.text.Texts;
import se.trepart.model.application.CostType;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.Hindrance;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.norm.Calculation;

/** What stops a decision, in words, each with the way to where it is put right (hinder). */
final class HindranceWords {

    private final OpenCase openCase;
    private final Texts texts;
    private final Consumer<String> here;

    /** @param here takes the user to an anchor on the decision's own page */
    HindranceWords(OpenCase openCase, Consumer<String> here) {
        this.openCase = openCase;
        this.here = here;
        texts = openCase.desk().texts();
    }

    Reason reason(Hindrance hindrance) {
        return switch (hindrance) {
            case Hindrance.InvestigationOpen _ -> elsewhere(texts.of("decision.hindrance.investigation"), CasePlace.INVESTIGATION, "");
            case Hindrance.CalculationMissing _ -> elsewhere(texts.of("decision.hindrance.calculation"), CasePlace.CALCULATION, "");
            case Hindrance.LineReasonMissing line ->
                elsewhere(texts.of("decision.hindrance.line-reason", line(line.lineId())), CasePlace.CALCULATION, line.lineId().toString());
            case Hindrance.DiffersFromCalculation item ->
                elsewhere(texts.of("decision.hindrance.differs", item(item.itemId())), CasePlace.CALCULATION, "");
            case Hindrance.ItemReasonMissing item ->
                on(texts.of("decision.hindrance.item-reason", item(item.itemId())), item.itemId().toString());
            case Hindrance.ReasonsMissing _ -> on(texts.of("decision.hindrance.reasons"), DecisionView.REASONS);
            case Hindrance.NotCommunicated _ -> on(texts.of("decision.hindrance.not-communicated"), DecisionView.COMMUNICATION);
            case Hindrance.AnswerTimeRunning running ->
                on(texts.of("decision.hindrance.answer-time", openCase.desk().formats().due(running.answerBy())),
                        DecisionView.COMMUNICATION);
            case Hindrance.ChildEffectMissing _ -> on(texts.of("decision.hindrance.child-effect"), DecisionView.CHILD_EFFECT);
            case Hindrance.OpenConflict _ -> new Reason(texts.of("decision.hindrance.conflict"), this::openConflict);
            case Hindrance.AboveDelegation above -> on(texts.of("decision.hindrance.above", texts.name("decision.matter", above.matter()),
                    texts.name("decision.role", above.lowest())), DecisionView.DELEGATION);
            case Hindrance.PreparedByOneself _ -> on(texts.of("decision.hindrance.own"), DecisionView.DELEGATION);
        };
    }

    private Reason on(String words, String anchor) {
        return new Reason(words, () -> here.accept(anchor));
    }

    private Reason elsewhere(String words, CasePlace place, String anchor) {
        return new Reason(words, () -> openCase.desk().navigator().openCase(openCase.id(), place, anchor));
    }

    private void openConflict() {
        openCase.situation()
                .flatMap(now -> now.documents().openConflicts().stream().findFirst())
                .ifPresent(conflict -> openCase.desk().navigator().open(new OfConflict(conflict.id())));
    }

    private String line(UUID lineId) {
        LineNames names = new LineNames(texts);
        return openCase.situation()
                .stream()
                .flatMap(now -> now.documents().of(Calculation.class).stream())
                .flatMap(calculation -> calculation.lines().stream())
                .filter(line -> line.id().equals(lineId))
                .map(names::of)
                .findFirst()
                .orElse("–");
    }

    private String item(UUID itemId) {
        return openCase.situation()
                .stream()
                .map(CaseSituation::documents)
                .flatMap(documents -> documents.of(Decision.class).stream())
                .flatMap(decision -> decision.items().stream().filter(item -> item.id().equals(itemId)).map(item -> name(decision, item)))
                .findFirst()
                .orElse("–");
    }

    private String name(Decision decision, DecisionItem item) {
        return item.forSupport()
                ? texts.of("decision.support", Formats.month(decision.period()))
                : new LineNames(texts).of(CostType.valueOf(item.code()));
    }
}
