package se.trepart.app.cases;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.EmptyState;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.control.Tables;
import se.trepart.app.shell.View;
import se.trepart.app.text.Texts;

/** The list of cases (Ärenden). */
public final class CasesView implements View {

    private final CasesViewModel model;
    private final Texts texts;
    private final TableView<CaseRow> table;
    private final Label count = Labels.muted("");
    private final VBox page;
    private Subscription bound = Subscription.EMPTY;

    public CasesView(CasesViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        table = Tables.table(texts.of("cases.title"), model::open);
        table.getColumns()
                .addAll(List.of(Tables.nameColumn(texts.of("cases.who"), 14, CaseRow::who, CaseRow::order),
                        Tables.column(texts.of("cases.number"), 8.6, CaseRow::number),
                        Tables.column(texts.of("cases.phase"), 8, CaseRow::phase),
                        Tables.column(texts.of("cases.since"), 8.3, CaseRow::since),
                        Tables.column(texts.of("cases.unit"), 9.7, CaseRow::unit),
                        Tables.column(texts.of("cases.responsible"), 11.4, CaseRow::responsible)));
        TableColumn<CaseRow, String> answerBy = Tables.column(texts.of("cases.answer-by"), 12, CaseRow::answerBy);
        answerBy.visibleProperty().bind(model.referral().map(chosen -> chosen.value() != null));
        table.getColumns().add(answerBy);
        table.setItems(model.rows());
        table.setPlaceholder(new EmptyState(texts.of("cases.empty"), texts.of("cases.empty-hint")));
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox head = new HBox(Labels.title(texts.of("cases.title")), count);
        head.getStyleClass().add(Styles.PAGE_HEAD);
        page = new VBox(head, filters(), table);
        page.getStyleClass().add(Styles.PAGE);
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened() {
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.loading().get() ? texts.of("cases.loading") : texts.count("cases.count", model.rows().size()),
                        model.rows(), model.loading()));
        bound = count.textProperty()::unbind;
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
        table.requestFocus();
    }

    @Override
    public void closed() {
        bound.unsubscribe();
    }

    @Override
    public String help() {
        return texts.of("cases.help");
    }

    private HBox filters() {
        HBox filters = new HBox(new ChoiceField<>(texts.of("cases.phase"), model.phases(), model.phase()),
                new ChoiceField<>(texts.of("cases.referral"), model.referrals(), model.referral()),
                new ChoiceField<>(texts.of("cases.unit"), model.units(), model.unit()),
                new ChoiceField<>(texts.of("cases.responsible"), model.people(), model.responsible()));
        filters.getStyleClass().add(Styles.FILTERS);
        return filters;
    }
}
