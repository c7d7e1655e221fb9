package se.trepart.app.casefile;

import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Labels;
import se.trepart.app.control.LinkList;
import se.trepart.app.control.Reason;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.text.Texts;

/** What is left to do and what has changed (att göra, sedan sist): the column to the right of a case. */
final class CaseSideView extends ScrollPane {

    CaseSideView(CaseViewModel model) {
        Texts texts = model.openCase().desk().texts();
        VBox column = new VBox(section(texts.of("casefile.to-do"), texts.of("casefile.to-do.nothing"), model.toDo()),
                section(texts.of("casefile.reminders"), "", model.reminders()),
                section(texts.of("casefile.since"), texts.of("casefile.since.nothing"), model.sinceLast()));
        column.getStyleClass().add(Styles.SIDE);
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add(CaseStyles.SIDE);
    }

    private static Section section(String heading, String nothing, ObservableList<Reason> lines) {
        LinkList list = new LinkList();
        Label empty = Labels.hint(nothing);
        Section section = new Section(heading);
        InvalidationListener show = _ -> {
            list.show(lines);
            section.getChildren().setAll(section.getChildren().getFirst(), lines.isEmpty() ? empty : list);
        };
        lines.addListener(show);
        show.invalidated(lines);
        return section;
    }
}
