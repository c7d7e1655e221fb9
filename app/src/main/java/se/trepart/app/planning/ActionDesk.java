package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.local.cache.Intent;
import se.trepart.model.access.Role;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionChange.Asks;
import se.trepart.model.plan.ActionTerms;

import org.jspecify.annotations.Nullable;

/** What the caseworker does with one action: answers a proposal, extends it (svar på förslag, förlängning). R23 */
final class ActionDesk {

    private final OpenCase openCase;
    private final UUID actionId;
    private final TypedText answer;
    private final TypedText why;
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();

    ActionDesk(OpenCase openCase, UUID actionId) {
        this.openCase = openCase;
        this.actionId = actionId;
        String field = "planning/action/" + actionId + "/";
        answer = openCase.typed(field + "answer", _ -> {});
        answer.show("");
        why = openCase.typed(field + "extend", _ -> {});
        why.show("");
    }

    /** The reason for an answer; needed for a no. */
    TypedText answer() {
        return answer;
    }

    /** Why it is extended. */
    TypedText why() {
        return why;
    }

    /** The new last day. */
    ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    /** No proposal waits any more: what was being written in answer is thrown away. */
    void dropAnswer() {
        answer.textProperty().set("");
    }

    /** It is not to be extended after all, or has ended: what was being written is thrown away. */
    void dropExtension() {
        why.textProperty().set("");
        until.set(null);
    }

    boolean mayDecline() {
        return !answer.text().isBlank();
    }

    /** Answers the proposal that waits. */
    void answer(boolean accepted) {
        if (!accepted && !mayDecline()) {
            return;
        }
        String reason = answer.text().strip();
        UUID me = openCase.desk().staff().id();
        Role role = openCase.role();
        LocalDate today = openCase.desk().today();
        change(action -> action.proposal().filter(waiting -> role.covers(waiting.answeredBy())).isPresent()
                ? action.answer(accepted, reason, me, role, today)
                : action, this::dropAnswer);
    }

    /** Whether the day is later than the last day now and a reason is given. */
    boolean mayExtend(Action action) {
        LocalDate day = until.get();
        return day != null && day.isAfter(action.terms().endsOn()) && !why.text().isBlank();
    }

    /** Whose answer the extension needs; nobody's while no later day is chosen. */
    Asks asks(Action action) {
        LocalDate day = until.get();
        return day == null || !day.isAfter(action.terms().endsOn())
                ? Asks.NOBODY
                : action.asks(action.terms().until(day), openCase.role(), settings());
    }

    /** Extends it, or asks the team lead when it gets too long. */
    void extend() {
        LocalDate day = until.get();
        if (day == null) {
            return;
        }
        String reason = why.text().strip();
        UUID me = openCase.desk().staff().id();
        Role role = openCase.role();
        LocalDate today = openCase.desk().today();
        PlanningSettings settings = settings();
        UUID changeId = openCase.desk().newId().get();
        change(action -> {
            ActionTerms next = action.terms().until(day);
            boolean open = action.ending() == null && action.proposal().isEmpty();
            return open && mayExtend(action) ? action.change(changeId, next, reason, me, role, today, settings) : action;
        }, this::dropExtension);
    }

    private PlanningSettings settings() {
        return openCase.situation().orElseThrow().registers().planning(openCase.desk().today());
    }

    private void change(UnaryOperator<Action> change, Runnable then) {
        openCase.edit(documents -> documents.of(Action.class)
                .stream()
                .filter(action -> action.id().equals(actionId))
                .findFirst()
                .map(before -> changed(before, change.apply(before)))
                .orElse(new Intent(List.of())), then);
    }

    private static Intent changed(Action before, Action after) {
        return before.equals(after) ? new Intent(List.of()) : Intent.change(before, after);
    }
}
