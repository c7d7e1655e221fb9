package se.trepart.app.decision;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.Outcome;

import org.jspecify.annotations.Nullable;

/** One thing applied for: what, how much, how it went, and why when it is a no (beslutspost). */
final class ItemView extends VBox {

    private final ItemRow row;
    private final @Nullable ChoiceField<String> reason;

    ItemView(ItemRow row, Desk desk, boolean editable) {
        this.row = row;
        Texts texts = desk.texts();
        setId("decision-item-" + row.key());
        getStyleClass().add(DecisionStyles.ITEM);
        Label name = row.forSupport() ? Labels.strong(row.name()) : new Label(row.name());
        name.setWrapText(true);
        VBox words = new VBox(name);
        if (!row.about().isBlank()) {
            words.getChildren().add(Labels.hint(row.about()));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.getStyleClass().add(DecisionStyles.WORDS);
        HBox line = new HBox(words, amount(row.applied()), amount(row.grantedText()), outcome(row.outcome(), texts));
        line.getStyleClass().add(DecisionStyles.LINE);
        getChildren().add(line);
        VBox under = new VBox();
        under.getStyleClass().add(DecisionStyles.UNDER);
        if (editable && (row.needsReason() || row.ownAmount())) {
            reason = choices(under, desk);
        } else {
            reason = null;
            if (!row.reasonText().isEmpty()) {
                under.getChildren().add(Labels.text(row.reasonText()));
            }
        }
        if (editable && row.needsReason() && !row.forSupport()) {
            TypedField own = TypedField.area(texts.of("decision.own-words"), "", row.ownWords(), 1, desk);
            own.control().setId("decision-words-" + row.key());
            under.getChildren().add(own);
        } else if (!row.ownWords().text().isBlank()) {
            under.getChildren().add(Labels.text(row.ownWords().text()));
        }
        if (!under.getChildren().isEmpty()) {
            getChildren().add(under);
        }
    }

    ItemRow row() {
        return row;
    }

    void focusReason() {
        if (reason != null) {
            reason.requestFocus();
        }
    }

    /** The reason and the ground beside each other; the amount too when the ground has its own. */
    private ChoiceField<String> choices(VBox under, Desk desk) {
        Texts texts = desk.texts();
        ObjectProperty<Choice<String>> chosen = new SimpleObjectProperty<>(row.reason());
        ChoiceField<String> field = new ChoiceField<>(texts.of("decision.reason"), FXCollections.observableList(row.reasons()), chosen);
        field.setId("decision-reason-" + row.key());
        field.setMinWidth(0);
        chosen.addListener((_, _, now) -> row.choose(now));
        Field why = new Field(texts.of("decision.reason"), field);
        why.setMinWidth(0);
        why.setPrefWidth(0);
        HBox.setHgrow(why, Priority.ALWAYS);
        ObjectProperty<Choice<DecisionMatter>> ground = new SimpleObjectProperty<>(row.matter());
        ChoiceField<DecisionMatter> judged = new ChoiceField<>(texts.of("decision.judged-as"), FXCollections.observableList(row.matters()),
                ground);
        judged.setId("decision-matter-" + row.key());
        judged.getStyleClass().add(DecisionStyles.GROUND);
        ground.addListener((_, _, now) -> row.judgeAs(now));
        HBox line = new HBox(why, new Field(texts.of("decision.judged-as"), judged));
        line.getStyleClass().add(DecisionStyles.CHOICES);
        under.getChildren().add(line);
        if (row.ownAmount()) {
            TypedField granted = TypedField.line(texts.of("decision.granted-own"), "", row.granted(), desk);
            granted.control().setId("decision-granted-" + row.key());
            granted.control()
                    .focusedProperty()
                    .addListener((_, _, focused) -> granted.field().faultProperty().set(focused ? "" : row.grantedFault()));
            under.getChildren().add(granted);
        }
        return field;
    }

    private static Label amount(String text) {
        Label label = Labels.figure(text);
        label.getStyleClass().add(DecisionStyles.AMOUNT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    static StackPane outcome(Outcome outcome, Texts texts) {
        Label badge = Labels.badge(texts.name("decision.outcome", outcome), switch (outcome) {
            case GRANTED -> Styles.GOOD;
            case PARTLY -> Styles.ATTENTION;
            case REFUSED -> Styles.URGENT;
        });
        StackPane cell = new StackPane(badge);
        cell.getStyleClass().add(DecisionStyles.OUTCOME);
        return cell;
    }
}
