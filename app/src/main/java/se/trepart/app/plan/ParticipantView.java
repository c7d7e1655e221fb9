package se.trepart.app.plan;

import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import se.trepart.app.casefile.CaseGate;
import se.trepart.app.casefile.CaseHead;
import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.CaseView;
import se.trepart.app.shell.Place;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Household;

/** One adult's way to self-support on the screen (deltagare). */
public final class ParticipantView implements CaseView {

    private final OpenCase openCase;
    private final UUID memberId;
    private final CaseGate gate;
    private final BorderPane page = new BorderPane();
    private final Label name = Labels.title("");
    private final ReadOnlyStringWrapper shortName = new ReadOnlyStringWrapper("…");
    private final ReadOnlyBooleanWrapper needsCare = new ReadOnlyBooleanWrapper();

    /** Starts reading the case. */
    public ParticipantView(OpenCase openCase, UUID memberId) {
        this.openCase = openCase;
        this.memberId = memberId;
        HBox head = new HBox(name);
        head.getStyleClass().addAll(Styles.PAGE_HEAD, CaseStyles.HEAD);
        page.setTop(head);
        gate = new CaseGate(openCase, page);
        gate.getStylesheets().add(CaseStyles.stylesheet());
        openCase.follow(now -> head(now.documents().household()));
        openCase.open();
    }

    @Override
    public Node node() {
        return gate;
    }

    @Override
    public void show(Place.Open place) {}

    @Override
    public void opened() {
        gate.opened();
    }

    @Override
    public void closed() {
        gate.closed();
    }

    @Override
    public void mainAction() {
        if (gate.asks()) {
            gate.read();
        }
    }

    @Override
    public ObservableStringValue shortName() {
        return shortName.getReadOnlyProperty();
    }

    @Override
    public ObservableBooleanValue needsCare() {
        return needsCare.getReadOnlyProperty();
    }

    @Override
    public void dispose() {
        openCase.close();
    }

    private void head(Household household) {
        Adult adult = household.adults().stream().filter(one -> one.id().equals(memberId)).findFirst().orElseGet(household::applicant);
        name.setText(adult.person().listName());
        shortName.set(CaseHead.shortName(adult.person()));
    }
}
