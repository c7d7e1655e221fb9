package se.trepart.app.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.shell.Place.Open;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The open cases in the list to the left (öppna ärenden), each with its view for as long as it is open. */
final class OpenCasesView extends VBox {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Navigator navigator;
    private final CaseViews caseViews;
    private final Texts texts;
    private final Map<UUID, CaseView> views = new HashMap<>();
    private final Map<UUID, HBox> lines = new HashMap<>();
    private final VBox list = new VBox();
    private @Nullable UUID here;

    OpenCasesView(Navigator navigator, CaseViews caseViews, Texts texts) {
        this.navigator = navigator;
        this.caseViews = caseViews;
        this.texts = texts;
        getStyleClass().add("open-cases");
        Label heading = Labels.muted(texts.of("shell.open-cases"));
        heading.visibleProperty().bind(Bindings.isNotEmpty(list.getChildren()));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(heading, scroll);
        navigator.openKeys().addListener((ListChangeListener<UUID>) _ -> refresh());
    }

    CaseView view(Open place) {
        CaseView view = views.computeIfAbsent(place.key(), _ -> caseViews.open(place));
        view.show(place);
        refresh();
        return view;
    }

    void mark(@Nullable UUID key) {
        here = key;
        lines.forEach((id, line) -> line.pseudoClassStateChanged(HERE, id.equals(key)));
    }

    String name(UUID caseId) {
        CaseView view = views.get(caseId);
        return view == null ? "" : view.shortName().get();
    }

    private void refresh() {
        views.entrySet().removeIf(e -> {
            boolean gone = !navigator.openKeys().contains(e.getKey());
            if (gone) {
                e.getValue().dispose();
                lines.remove(e.getKey());
            }
            return gone;
        });
        list.getChildren()
                .setAll(navigator.openKeys().stream().filter(views::containsKey).map(id -> lines.computeIfAbsent(id, this::line)).toList());
        mark(here);
    }

    private HBox line(UUID key) {
        CaseView view = Objects.requireNonNull(views.get(key));
        Button open = new Button();
        open.textProperty().bind(view.shortName());
        open.getStyleClass().add("open-case");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(_ -> navigator.openAgain(key));
        HBox.setHgrow(open, Priority.ALWAYS);
        Label care = new Label("●");
        care.getStyleClass().add("needs-care");
        care.setAccessibleText(texts.of("shell.needs-care"));
        care.visibleProperty().bind(view.needsCare());
        Button close = new Button(null, Icons.of(Feather.X));
        close.setAccessibleText(texts.of("shell.close-case"));
        close.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        close.getStyleClass().add("close-case");
        close.setFocusTraversable(false);
        close.setOnAction(_ -> navigator.close(key));
        HBox line = new HBox(open, care, close);
        line.getStyleClass().add("open-case-line");
        return line;
    }
}
