package se.trepart.app.control;

import java.util.List;

import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/** Lines that each take the user somewhere (länklista). */
public final class LinkList extends VBox {

    public LinkList() {
        getStyleClass().add(Styles.LINK_LIST);
    }

    public LinkList(List<Reason> lines) {
        this();
        show(lines);
    }

    public void show(List<Reason> lines) {
        getChildren().setAll(lines.stream().map(LinkList::link).toList());
    }

    static Hyperlink link(Reason reason) {
        Hyperlink link = new Hyperlink(reason.text());
        link.getStyleClass().add(Styles.LINK);
        link.setWrapText(true);
        link.setMinHeight(Hyperlink.USE_PREF_SIZE);
        link.setOnAction(_ -> reason.go().run());
        return link;
    }
}
