package se.trepart.app.investigation;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.investigation.AuthorityAnswer;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.Investigation;

import org.jspecify.annotations.Nullable;

/** One step of the checklist while it is answered (kontroll): what was found, how it is assessed and what it means. */
public final class CheckViewModel {

    private final ChecklistStep step;
    private final OpenCase openCase;
    private final InvestigationEdit edit;
    private final ReadOnlyObjectWrapper<CheckItem> item;
    private final ReadOnlyObjectWrapper<@Nullable AuthorityAnswer> answer = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty skipping = new SimpleBooleanProperty();
    private final TypedText result;
    private final TypedText assessment;
    private final TypedText effect;
    private final TypedText reason;

    CheckViewModel(ChecklistStep step, CheckItem item, OpenCase openCase, InvestigationEdit edit) {
        this.step = step;
        this.openCase = openCase;
        this.edit = edit;
        this.item = new ReadOnlyObjectWrapper<>(item);
        String field = "check/" + item.id() + "/";
        result = openCase.typed(field + "result", text -> answer(old -> with(old, withAnswer(text), old.assessment(), old.effect())));
        assessment = openCase.typed(field + "assessment", text -> answer(old -> with(old, old.result(), text, old.effect())));
        effect = openCase.typed(field + "effect", text -> answer(old -> with(old, old.result(), old.assessment(), text)));
        reason = openCase.typed(field + "reason", this::skip);
        show(item);
    }

    /** The document's answer, now. */
    void show(CheckItem now) {
        item.set(now);
        answer.set(now.authorityAnswer().orElse(null));
        skipping.set(now.state() == CheckState.NOT_RELEVANT || reason.unsavedProperty().get());
        result.show(asksAuthority() ? AuthorityAnswer.details(now.result()) : now.result());
        assessment.show(now.assessment());
        effect.show(now.effect());
        reason.show(now.reason());
    }

    public ChecklistStep step() {
        return step;
    }

    public ReadOnlyObjectProperty<CheckItem> itemProperty() {
        return item.getReadOnlyProperty();
    }

    public CheckItem item() {
        return item.get();
    }

    /** Whether the step asks another authority, so that "no answer" is told from "nothing there" (R8). */
    public boolean asksAuthority() {
        return ChecklistStep.asksAuthority(step.key());
    }

    public ReadOnlyObjectProperty<@Nullable AuthorityAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** The user has said that the step is not relevant, or is about to. */
    public BooleanProperty skippingProperty() {
        return skipping;
    }

    public TypedText result() {
        return result;
    }

    public TypedText assessment() {
        return assessment;
    }

    public TypedText effect() {
        return effect;
    }

    public TypedText reason() {
        return reason;
    }

    /** What the authority said (R8). */
    public void authorityAnswered(AuthorityAnswer said) {
        if (answer.get() != said) {
            answer.set(said);
            answer(old -> with(old, said.write(result.text()), old.assessment(), old.effect()));
        }
    }

    /** Whether the user has a role that may say that the step is not relevant. */
    public boolean maySkip() {
        return skippingRole().isPresent();
    }

    /** Relevant after all: what was written in the step counts again. */
    public void relevantAgain() {
        skipping.set(false);
        if (item.get().state() == CheckState.NOT_RELEVANT) {
            answer(old -> with(old, old.result(), old.assessment(), old.effect()));
        }
    }

    /** Writes everything that is typed. */
    public void leave() {
        fields().forEach(TypedText::leave);
    }

    /** The fields that are shown now, from the top. */
    public List<TypedText> fields() {
        return skipping.get() ? List.of(reason) : List.of(result, assessment, effect);
    }

    private String withAnswer(String details) {
        AuthorityAnswer said = answer.get();
        return said == null ? details : said.write(details);
    }

    private void skip(String why) {
        Role role = skippingRole().orElse(null);
        if (role != null && !why.isBlank()) {
            edit(investigation -> investigation.notRelevant(step, why, me().id(), role, openCase.desk().today()));
        }
    }

    private Optional<Role> skippingRole() {
        return me().roles().stream().filter(role -> role.covers(step.mayBeSkippedBy())).findFirst();
    }

    private void answer(UnaryOperator<CheckItem> change) {
        edit(investigation -> investigation.item(step.key()).map(change).map(now -> answered(investigation, now)).orElse(investigation));
    }

    private Investigation answered(Investigation investigation, CheckItem now) {
        return investigation.answer(step, now.result(), now.assessment(), now.effect(), me().id(), openCase.desk().today());
    }

    private void edit(UnaryOperator<Investigation> change) {
        CheckItem before = item.get();
        edit.change(change);
        openCase.undo().did(() -> edit.change(investigation -> restored(investigation, before)));
    }

    private Investigation restored(Investigation investigation, CheckItem before) {
        Investigation answered = answered(investigation, before);
        Role role = skippingRole().orElse(null);
        return before.state() == CheckState.NOT_RELEVANT && role != null
                ? answered.notRelevant(step, before.reason(), me().id(), role, openCase.desk().today())
                : answered;
    }

    private Staff me() {
        return openCase.desk().staff();
    }

    private static CheckItem with(CheckItem old, String result, String assessment, String effect) {
        return new CheckItem(old.id(), old.stepKey(), old.state(), result, assessment, effect, old.reason(), old.checkedBy(),
                old.checkedOn());
    }
}
