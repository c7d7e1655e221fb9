package se.trepart.app.casefile;

import javafx.scene.control.Label;

import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;

import org.kordamp.ikonli.feather.Feather;

/** Something that is pointed out and stops nothing (påpekande). */
public final class Warnings {

    private Warnings() {}

    public static Label of(String words) {
        Label label = Labels.text(words);
        label.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        label.getStyleClass().add(CaseStyles.WARNING);
        return label;
    }
}
