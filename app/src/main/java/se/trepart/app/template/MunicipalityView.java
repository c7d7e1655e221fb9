package se.trepart.app.template;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import se.trepart.app.casefile.CaseStyles;
import se.trepart.app.casefile.DayField;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Labels;
import se.trepart.app.control.MainAction;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.shell.Desk;
import se.trepart.app.shell.Focus;
import se.trepart.app.template.MunicipalityEditor.Fact;
import se.trepart.app.template.MunicipalityEditor.Lack;
import se.trepart.app.text.Texts;

/** The municipality's own facts on the screen (kommunens uppgifter), beside a letter that has them. */
final class MunicipalityView extends BorderPane {

    /** So much of what is missing stands beside the main action. */
    private static final int NAMED = 3;

    private final MunicipalityEditor editor;
    private final Desk desk;
    private final Texts texts;
    private final Duration pause;
    private final Map<Fact, Node> nodes = new EnumMap<>(Fact.class);
    private final VBox pages = new VBox();
    private final ScrollPane paper = new ScrollPane(pages);
    private final MainAction action;
    private final Label logo = Labels.hint("");
    private final Subscription bound;

    MunicipalityView(MunicipalityEditor editor, TemplatesViewModel host) {
        this.editor = editor;
        desk = editor.desk();
        texts = desk.texts();
        pause = host.pause();
        getStylesheets().addAll(CaseStyles.stylesheet(), TemplateStyles.stylesheet());
        VBox form = new VBox(Labels.title(texts.of("template.municipality")), Labels.hint(texts.of("template.municipality.hint")),
                new Section(texts.of("template.municipality.who"), fields(Fact.NAME, Fact.BOARD, Fact.COURT)),
                new Section(texts.of("template.municipality.where"),
                        fields(Fact.STREET, Fact.POSTAL_CODE, Fact.CITY, Fact.PHONE, Fact.PHONE_HOURS, Fact.EMAIL, Fact.WEBSITE)),
                new Section(texts.of("template.municipality.look"), look()), day());
        form.getStyleClass().add(TemplateStyles.WRITING);
        ScrollPane left = new ScrollPane(form);
        left.setFitToWidth(true);
        left.setFocusTraversable(false);
        left.getStyleClass().add(TemplateStyles.LEFT);
        pages.getStyleClass().add(TemplateStyles.PAGES);
        paper.setFitToWidth(true);
        paper.getStyleClass().add(TemplateStyles.PAPER);
        paper.setAccessibleText(texts.of("template.pages"));
        HBox.setHgrow(paper, Priority.ALWAYS);
        Button back = new Button(texts.of("template.to-list"));
        back.setId("template-to-list");
        back.setMinWidth(Button.USE_PREF_SIZE);
        back.setOnAction(_ -> host.toList());
        action = new MainAction(texts.of("template.municipality.save"), editor::save).beside(back);
        action.button().setId("template-do");
        StackPane foot = new StackPane(action);
        foot.getStyleClass().add(CaseStyles.FOOT);
        setCenter(new HBox(left, paper));
        setBottom(foot);
        List<Subscription> all = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            all.add(editor.typed(fact).textProperty().subscribe((_, _) -> typed()));
        }
        all.add(editor.pagesProperty().subscribe(this::show));
        bound = Subscription.combine(all.toArray(Subscription[]::new));
        refresh();
        editor.draw(Duration.ZERO);
    }

    void mainAction() {
        action.fire();
    }

    void focusFirst() {
        go(Fact.NAME);
    }

    void closed() {
        editor.cancel();
        bound.unsubscribe();
    }

    private void typed() {
        refresh();
        editor.draw(pause);
    }

    private void refresh() {
        List<Lack> lacks = editor.lacks();
        action.reasons(lacks.stream().limit(NAMED).map(lack -> new Reason(lack.words(), () -> go(lack.fact()))).toList());
        logo.setText(texts.of(editor.hasLogo() ? "template.logo.there" : "template.logo.none"));
        nodes.forEach((fact, node) -> {
            if (node instanceof TypedField field) {
                field.field()
                        .faultProperty()
                        .set(lacks.stream().filter(lack -> lack.fact() == fact).map(Lack::words).findFirst().orElse(""));
            }
        });
    }

    private Node[] fields(Fact... facts) {
        List<Node> fields = new ArrayList<>();
        for (Fact fact : facts) {
            fields.add(field(fact, ""));
        }
        return fields.toArray(Node[]::new);
    }

    private TypedField field(Fact fact, String help) {
        TypedField field = TypedField.line(texts.name("template.fact", fact), help, editor.typed(fact), desk);
        field.control().setId("template-" + fact);
        nodes.put(fact, field);
        return field;
    }

    private Node[] look() {
        Button pick = new Button(texts.of("template.logo.pick-button"));
        pick.setId("template-logo");
        pick.setOnAction(_ -> editor.pickLogo());
        Button drop = new Button(texts.of("template.logo.drop"));
        drop.setOnAction(_ -> editor.dropLogo());
        drop.disableProperty().bind(editor.typed(Fact.LOGO).textProperty().map(String::isEmpty));
        FlowPane buttons = new FlowPane(pick, drop);
        buttons.getStyleClass().add(TemplateStyles.KINDS);
        nodes.put(Fact.LOGO, pick);
        return new Node[]{field(Fact.COLOUR, texts.of("template.colour-help")), logo, buttons,
                field(Fact.LOGO_TEXT, texts.of("template.logo-text-help"))};
    }

    private Node day() {
        DayField day = new DayField(texts.name("template.fact", Fact.FROM), texts.of("template.from-help"), texts,
                on -> editor.typed(Fact.FROM).textProperty().set(on == null ? "" : on.toString()));
        day.picker().setId("template-" + Fact.FROM);
        day.show(editor.from().orElse(null));
        nodes.put(Fact.FROM, day);
        VBox box = new VBox(day);
        box.getStyleClass().add(Styles.FIELD);
        return box;
    }

    private void go(Fact fact) {
        Node node = nodes.get(fact);
        if (node != null) {
            Focus.first(node);
        }
    }

    private void show(List<BufferedImage> drawn) {
        pages.getChildren().clear();
        drawn.forEach(page -> {
            ImageView image = new ImageView(SwingFXUtils.toFXImage(page, null));
            image.setPreserveRatio(true);
            image.setSmooth(true);
            image.fitWidthProperty().bind(paper.widthProperty().subtract(64).map(w -> Math.min(w.doubleValue(), page.getWidth())));
            StackPane sheet = new StackPane(image);
            sheet.getStyleClass().add(TemplateStyles.SHEET);
            pages.getChildren().add(sheet);
        });
    }
}
