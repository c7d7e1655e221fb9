package se.trepart.app.applications;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import se.trepart.app.applications.NewApplicationViewModel.Area;
import se.trepart.app.casefile.Scrolling;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Focus;
import se.trepart.app.text.Texts;
import se.trepart.local.search.Search;

import org.kordamp.ikonli.feather.Feather;

/** The form for an application that came by letter, mail or word of mouth (Ny ansökan), one column of reading width. */
final class NewApplicationView extends BorderPane {

    private final NewApplicationViewModel model;
    private final Texts texts;
    private final MainAction register;
    private final VBox who = new VBox();
    private final VBox rest = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final AmountLinesView<?> costs;
    private final AmountLinesView<?> incomes;
    /** Where what is missing is written. */
    private final Map<Area, Node> areas = new EnumMap<>(Area.class);

    NewApplicationView(NewApplicationViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        register = new MainAction(texts.of("applications.register"), model::register);
        costs = new AmountLinesView<>(model.costs(), model.choices().costs(), List.of(), texts, this::refresh);
        incomes = new AmountLinesView<>(model.incomes(), model.choices().incomes(), model.members(), texts, this::refresh);
        Button cancel = new Button(texts.of("applications.cancel"));
        cancel.setOnAction(_ -> model.cancel());
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        register.beside(cancel);
        VBox form = new VBox(Labels.title(texts.of("applications.new")), how(), new Section(texts.of("applications.applicant"), who), rest);
        form.getStyleClass().addAll(Styles.PAGE, Styles.FORM_WIDTH);
        scroll.setContent(form);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        setBottom(register);
        register.getStyleClass().add(Styles.BOTTOM_BAR);
        who.getStyleClass().add(Styles.ROWS);
        rest.getStyleClass().add(Styles.ROWS);
        Observable[] watched = {model.channel(), model.receivedOn(), model.month(), model.protection(), model.housing()};
        for (Observable one : watched) {
            one.addListener(_ -> refresh());
        }
        model.known().subscribe(_ -> people());
        model.newPerson().subscribe(_ -> people());
        model.people().addListener((ListChangeListener<PersonLine>) _ -> people());
        people();
    }

    void focusFirst() {
        focus(Area.HOW);
    }

    void mainAction() {
        register.fire();
    }

    private Section how() {
        DatePicker day = new DatePicker();
        day.valueProperty().bindBidirectional(model.receivedOn());
        ChoiceField<?> channel = new ChoiceField<>(texts.of("applications.channel"), model.choices().channels(), model.channel());
        areas.put(Area.WHO, who);
        return area(Area.HOW, texts.of("applications.how"),
                row(new Field(texts.of("applications.channel"), channel), new Field(texts.of("applications.received-on"), day)));
    }

    private void people() {
        var known = model.known().get();
        if (known != null) {
            who.getChildren().setAll(line(Labels.strong(known.words()), again()));
            known.household().people().forEach(p -> who.getChildren().add(Labels.text(p.name() + "   " + p.number().written())));
        } else if (model.newPerson().get()) {
            who.getChildren().setAll(model.people().stream().map(this::person).toList());
            Button add = button("applications.add-person", model::addPerson);
            who.getChildren()
                    .addAll(line(add, again()), new Field(texts.of("applications.protected"),
                            new ChoiceField<>(texts.of("applications.protected"), model.choices().protections(), model.protection())));
        } else {
            who.getChildren().setAll(search());
        }
        boolean chosen = known != null || model.newPerson().get();
        if (!chosen) {
            rest.getChildren().clear();
        } else if (rest.getChildren().isEmpty()) {
            rest.getChildren()
                    .setAll(what(), home(), money(Area.COSTS, "applications.costs", costs, "applications.add-cost", model::addCost),
                            money(Area.INCOMES, "applications.incomes", incomes, "applications.add-income", model::addIncome), words());
        }
        incomes.members(model.members());
        refresh();
    }

    private VBox search() {
        TextField find = new TextField();
        find.textProperty().bindBidirectional(model.search());
        VBox hits = new VBox();
        hits.getStyleClass().add(Styles.LINK_LIST);
        ListChangeListener<Search.Hit> show = _ -> hits.getChildren().setAll(model.hits().stream().map(this::hit).toList());
        model.hits().addListener(show);
        VBox box = new VBox(new Field(texts.of("applications.find"), find, texts.of("applications.find-hint")), hits,
                link(texts.of("applications.new-person"), model::writeNewPerson));
        box.getStyleClass().add(Styles.ROWS);
        return box;
    }

    private Hyperlink hit(Search.Hit hit) {
        return link(hit.who() + "   " + hit.personalNumber() + "   " + hit.caseNumber(), () -> model.choose(hit));
    }

    private Node person(PersonLine line) {
        TextField number = field(line.number());
        Field numberField = new Field(texts.of("applications.personal-number"), number);
        numberField.faultProperty().bind(Bindings.createStringBinding(line::numberFault, line.number()));
        Button remove = new Button(null, Icons.of(Feather.X));
        remove.setAccessibleText(texts.of("applications.remove-line"));
        remove.getStyleClass().add(Styles.ICON_BUTTON);
        remove.setOnAction(_ -> model.people().remove(line));
        List.of(line.number(), line.firstName(), line.lastName()).forEach(text -> text.addListener((_, _, _) -> refresh()));
        line.part().addListener((_, _, _) -> refresh());
        HBox row = row(
                new Field(texts.of("applications.role"),
                        new ChoiceField<>(texts.of("applications.role"), model.choices().parts(), line.part())),
                numberField, new Field(texts.of("applications.first-name"), field(line.firstName())),
                new Field(texts.of("applications.last-name"), field(line.lastName())), AmountLinesView.besideField(remove));
        return row;
    }

    private Section what() {
        return new Section(texts.of("applications.what"),
                row(new Field(texts.of("applications.for-month"),
                        new ChoiceField<>(texts.of("applications.for-month"), model.choices().months(), model.month())),
                        new Field(texts.of("applications.for-kind"),
                                new ChoiceField<>(texts.of("applications.for-kind"), model.choices().kinds(), model.kind()))));
    }

    private Section area(Area area, String heading, Node... content) {
        Section section = new Section(heading, content);
        areas.put(area, section);
        return section;
    }

    private void focus(Area area) {
        if (areas.get(area) instanceof Node node) {
            Scrolling.to(scroll, node);
            Focus.first(node);
        }
    }

    private Section home() {
        TextField people = field(model.housingPeople());
        TextField rooms = field(model.rooms());
        people.getStyleClass().add(Styles.SHORT);
        rooms.getStyleClass().add(Styles.SHORT);
        return area(Area.HOME, texts.of("applications.home"),
                row(new Field(texts.of("applications.how-housed"),
                        new ChoiceField<>(texts.of("applications.how-housed"), model.choices().housings(), model.housing())),
                        new Field(texts.of("applications.housing-people"), people), new Field(texts.of("applications.rooms"), rooms)));
    }

    private Section money(Area area, String heading, Node lines, String addKey, Runnable add) {
        return area(area, texts.of(heading), lines, button(addKey, add));
    }

    private Section words() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.textProperty().bindBidirectional(model.ownWords());
        return new Section(texts.of("applications.own-words"), new Field(texts.of("applications.own-words-label"), area));
    }

    private void refresh() {
        register.reasons(model.missing().stream().map(m -> new Reason(m.text(), () -> focus(m.area()))).toList());
    }

    private Hyperlink again() {
        return link(texts.of("applications.other-person"), model::chooseAgain);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.of(key), Icons.of(Feather.PLUS));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static TextField field(javafx.beans.property.StringProperty text) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private static Hyperlink link(String text, Runnable action) {
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add(Styles.LINK);
        link.setOnAction(_ -> action.run());
        return link;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add(Styles.ROW);
        return line;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(Styles.FORM_ROW);
        for (Node node : nodes) {
            if (node instanceof Field) {
                HBox.setHgrow(node, Priority.SOMETIMES);
            }
        }
        return row;
    }
}
