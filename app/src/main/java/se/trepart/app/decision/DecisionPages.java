package se.trepart.app.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.calculation.CurrentCalculation;
import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSituation;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.decision.DecisionPage.Communicated;
import se.trepart.app.decision.DecisionPage.Main;
import se.trepart.app.decision.DecisionPage.Stage;
import se.trepart.app.decision.DecisionPage.State;
import se.trepart.app.text.Formats;
import se.trepart.app.text.LineNames;
import se.trepart.app.text.Texts;
import se.trepart.model.access.Actor;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionBasis;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.Decisions;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.decision.HandOver;
import se.trepart.model.decision.Hindrance;
import se.trepart.model.decision.Outcome;
import se.trepart.model.decision.Statutes;
import se.trepart.model.norm.Calculation;

import org.jspecify.annotations.Nullable;

/** Puts the page of a decision together from the case (beslutets sida). */
final class DecisionPages {

    private final OpenCase openCase;
    private final Rulebook rulebook;
    private final Texts texts;
    private final Map<UUID, ItemRow> rows = new HashMap<>();

    DecisionPages(OpenCase openCase, Rulebook rulebook) {
        this.openCase = openCase;
        this.rulebook = rulebook;
        texts = openCase.desk().texts();
    }

    DecisionPage page(CaseSituation now) {
        Application application = now.application();
        if (application == null) {
            return DecisionPage.NOTHING;
        }
        CaseDocuments documents = now.documents();
        Optional<Decision> found = CurrentCalculation.decision(documents, application);
        if (found.isEmpty()) {
            boolean calculated = CurrentCalculation.of(documents, application).isPresent();
            return DecisionPage.empty(calculated ? State.NOT_PREPARED : State.NO_CALCULATION, calculated && openCase.mayChange());
        }
        Decision decision = found.get();
        DecisionBasis basis = basis(documents, application);
        State state = decision.made() ? State.MADE : decision.status() == DecisionStatus.SENT ? State.WITH_DECIDER : State.PREPARED;
        boolean editable = state == State.PREPARED && openCase.mayChange();
        List<Hindrance> toMake = openCase.mayChange() ? Hindrance.toMake(decision, basis, actor()) : List.of();
        boolean above = toMake.stream().anyMatch(Hindrance.AboveDelegation.class::isInstance);
        Main main = main(decision, state, above);
        List<Hindrance> hindrances = switch (main) {
            case DECIDE, APPROVE -> toMake;
            case SEND -> Hindrance.toSend(decision, basis, now.today());
            case NONE, PREPARE, TAKE_BACK, TO_LETTER -> List.of();
        };
        return new DecisionPage(state, decision, editable, main, hindrances, items(decision, application), status(decision, now),
                decision.made() ? "" : delegation(decision, now), history(decision, now), laws(decision, documents, now.today()),
                communicated(decision, now), earlier(decision, documents, application));
    }

    DecisionBasis basis(CaseDocuments documents, Application application) {
        return new DecisionBasis(application, documents.household(), documents.investigationOf(application).orElse(null),
                CurrentCalculation.of(documents, application).orElse(null),
                openCase.situation().orElseThrow().registers().settings(application.period().atDay(1)), rulebook.order(),
                !documents.openConflicts().isEmpty());
    }

    /** The user in the highest of the roles that work in cases. */
    Actor actor() {
        Staff me = openCase.desk().staff();
        return new Actor(me, openCase.role(), openCase.desk().clock().instant(), openCase.desk().today());
    }

    Calculation calculation(CaseDocuments documents, UUID id) {
        return documents.of(Calculation.class).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
    }

    private Main main(Decision decision, State state, boolean above) {
        if (state == State.MADE) {
            return decision.kind() == DecisionKind.AID ? Main.TO_LETTER : Main.NONE;
        }
        if (!openCase.mayChange()) {
            return Main.NONE;
        }
        if (state == State.WITH_DECIDER) {
            return Decisions.handledBy(decision, openCase.desk().staff().id()) ? Main.TAKE_BACK : Main.APPROVE;
        }
        return above ? Main.SEND : Main.DECIDE;
    }

    private List<ItemRow> items(Decision decision, Application application) {
        LineNames names = new LineNames(texts);
        Map<String, Integer> keys = new HashMap<>();
        List<ItemRow> items = new ArrayList<>();
        for (DecisionItem item : decision.items()) {
            int nth = keys.merge(item.code(), 1, Integer::sum);
            String key = item.code() + (nth == 1 ? "" : "-" + nth);
            String name = item.forSupport()
                    ? texts.of("decision.support", Formats.month(decision.period()))
                    : names.of(CostType.valueOf(item.code()));
            Outcome outcome = decision.outcomeOf(item);
            ItemRow row = rows.computeIfAbsent(item.id(), _ -> new ItemRow(key, name, about(item, application), item, outcome, openCase,
                    rulebook, new DecisionEdit(openCase, decision.id())));
            row.show(item, outcome);
            items.add(row);
        }
        return items;
    }

    private static String about(DecisionItem item, Application application) {
        return application.declaration()
                .costs()
                .stream()
                .filter(cost -> cost.id().equals(item.sourceId()))
                .map(AppliedCost::specification)
                .findFirst()
                .orElse("");
    }

    private String status(Decision decision, CaseSituation now) {
        LocalDate on = decision.decidedOn();
        if (on != null) {
            return texts.of("decision.status.made", Formats.longDate(on), name(decision.decidedBy(), now), role(decision.decidedAs()));
        }
        String prepared = texts.of("decision.status.prepared", name(decision.preparedBy(), now), Formats.longDate(decision.preparedOn()));
        String corrects = decision.corrects() == null ? "" : " " + texts.of("decision.status.corrects");
        return switch (decision.status()) {
            case SENT -> texts.of("decision.status.sent");
            case RETURNED -> decision.lastHandOver()
                    .map(step -> texts.of("decision.status.returned", name(step.by(), now), step.words()))
                    .orElse(prepared);
            case PREPARED, MADE -> prepared + corrects;
        };
    }

    private String delegation(Decision decision, CaseSituation now) {
        if (!openCase.mayChange()) {
            return "";
        }
        DelegationOrder order = rulebook.order();
        Role mine = actor().role();
        if (order.may(mine, decision, now.today())) {
            return Decisions.handledBy(decision, openCase.desk().staff().id()) && decision.status() == DecisionStatus.SENT
                    ? texts.of("decision.delegation.prepared-by-you")
                    : texts.of("decision.delegation.yours", role(mine));
        }
        List<String> matters = order.above(mine, decision, now.today()).stream().map(m -> texts.name("decision.matter", m)).toList();
        return texts.of("decision.delegation.above", String.join(", ", matters), role(order.lowest(decision, now.today())));
    }

    private List<String> history(Decision decision, CaseSituation now) {
        return decision.handOvers().stream().map(step -> words(step, now)).toList();
    }

    private String words(HandOver step, CaseSituation now) {
        String line = texts.of("decision.history", openCase.desk().formats().time(step.at()), name(step.by(), now),
                texts.name("decision.step", step.step()));
        return step.words().isBlank() ? line : texts.of("decision.history-words", line, step.words());
    }

    /** R15: by the day of the decision, today while there is none. */
    private List<String> laws(Decision decision, CaseDocuments documents, LocalDate today) {
        LocalDate date = Optional.ofNullable(decision.decidedOn()).orElse(today);
        Set<String> matters = new LinkedHashSet<>();
        decision.items().forEach(item -> Statutes.matter(item.matter()).ifPresent(matters::add));
        if (!documents.household().children().isEmpty() && decision.kind() == DecisionKind.AID) {
            matters.add(Statutes.CHILD);
        }
        if (decision.kind() == DecisionKind.AID && decision.outcome() != Outcome.GRANTED) {
            matters.add(Statutes.COMMUNICATION);
        }
        if (decision.kind() == DecisionKind.DISMISSAL) {
            matters.add(Statutes.COMPLETION);
        }
        return matters.stream()
                .flatMap(matter -> rulebook.statutes().ground(matter, date).stream())
                .map(statute -> texts.of(statute.verified() ? "decision.law" : "decision.law-unconfirmed", statute.cited(),
                        statute.words()))
                .toList();
    }

    private Communicated communicated(Decision decision, CaseSituation now) {
        Communication communication = decision.communication();
        if (communication == null) {
            boolean needed = decision.kind() == DecisionKind.AID && decision.outcome() != Outcome.GRANTED;
            return new Communicated(needed ? Stage.MISSING : Stage.NOT_NEEDED, "");
        }
        LocalDate sentOn = communication.sentOn();
        LocalDate answerBy = communication.answerBy();
        if (sentOn == null || answerBy == null) {
            return new Communicated(Stage.UNNECESSARY,
                    texts.of("decision.communication.unnecessary-said", communication.unnecessaryBecause()));
        }
        boolean answered = !communication.answer().isBlank();
        String words = texts.of("decision.communication.sent", Formats.longDate(sentOn),
                answered || decision.made() ? Formats.longDate(answerBy) : openCase.desk().formats().due(answerBy),
                communication.material());
        return new Communicated(answered ? Stage.ANSWERED : Stage.SENT, words);
    }

    private List<String> earlier(Decision shown, CaseDocuments documents, Application application) {
        return documents.decisionsOf(application)
                .stream()
                .filter(d -> d.made() && !d.id().equals(shown.id()))
                .flatMap(d -> Optional.ofNullable(d.decidedOn())
                        .map(on -> texts.of("decision.earlier.line", Formats.longDate(on), texts.name("decision.outcome", d.outcome()),
                                Formats.money(d.granted())))
                        .stream())
                .toList();
    }

    private String name(@Nullable UUID staff, CaseSituation now) {
        return now.registers().staff(staff).map(Staff::name).orElse("–");
    }

    private String role(@Nullable Role role) {
        return role == null ? "–" : texts.name("decision.role", role);
    }
}
