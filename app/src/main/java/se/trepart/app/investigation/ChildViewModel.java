package se.trepart.app.investigation;

import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.model.casefile.Child;
import se.trepart.model.investigation.ChildAssessment;

/** The assessment of one child's best interests while it is written (bedömning av barnets bästa). R5. */
public final class ChildViewModel {

    private final Child child;
    private final InvestigationEdit edit;
    private final OpenCase openCase;
    private final TypedText considered;
    private final TypedText best;
    private final TypedText effect;
    private final ReadOnlyBooleanWrapper complete = new ReadOnlyBooleanWrapper();
    private final ObservableList<String> sameTexts = FXCollections.observableArrayList();
    private final ObservableList<String> sameTextsOnly = FXCollections.unmodifiableObservableList(sameTexts);
    private ChildAssessment assessment;

    ChildViewModel(Child child, ChildAssessment assessment, OpenCase openCase, InvestigationEdit edit) {
        this.child = child;
        this.assessment = assessment;
        this.openCase = openCase;
        this.edit = edit;
        String field = "child/" + edit.investigationId() + "/" + child.id() + "/";
        considered = openCase.typed(field + "considered", text -> write(a -> with(a, text, a.best(), a.effect())));
        best = openCase.typed(field + "best", text -> write(a -> with(a, a.considered(), text, a.effect())));
        effect = openCase.typed(field + "effect", text -> write(a -> with(a, a.considered(), a.best(), text)));
        show(assessment, List.of());
    }

    /** @param same what is the same as elsewhere, in words */
    void show(ChildAssessment now, List<String> same) {
        assessment = now;
        complete.set(now.complete());
        sameTexts.setAll(same);
        considered.show(now.considered());
        best.show(now.best());
        effect.show(now.effect());
    }

    public Child child() {
        return child;
    }

    /** Hur barnet har beaktats. */
    public TypedText considered() {
        return considered;
    }

    /** Vad som är bäst för barnet, och varför. */
    public TypedText best() {
        return best;
    }

    /** Hur det påverkar beslutet. */
    public TypedText effect() {
        return effect;
    }

    public ReadOnlyBooleanProperty completeProperty() {
        return complete.getReadOnlyProperty();
    }

    /** Texts that are the same as a sibling's or last time's, in words (R5). Pointed out, never forbidden. */
    public ObservableList<String> sameTexts() {
        return sameTextsOnly;
    }

    public void leave() {
        List.of(considered, best, effect).forEach(TypedText::leave);
    }

    private void write(UnaryOperator<ChildAssessment> change) {
        ChildAssessment before = assessment;
        edit.change(i -> i.assessChild(change.apply(i.child(child.id()).orElse(before))));
        openCase.undo().did(() -> edit.change(i -> i.assessChild(before)));
    }

    private static ChildAssessment with(ChildAssessment old, String considered, String best, String effect) {
        return new ChildAssessment(old.id(), old.childId(), considered, best, effect);
    }
}
