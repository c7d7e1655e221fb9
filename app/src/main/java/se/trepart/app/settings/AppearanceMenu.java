package se.trepart.app.settings;

import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

import se.trepart.app.control.Icons;
import se.trepart.app.control.Styles;
import se.trepart.app.settings.Appearance.TextSize;
import se.trepart.app.settings.Appearance.Theme;
import se.trepart.app.text.Texts;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import org.kordamp.ikonli.feather.Feather;

/** The small menu for theme and size of text (Utseende), and what it does to a window. */
public final class AppearanceMenu extends MenuButton {

    private final Texts texts;

    public AppearanceMenu(Appearance appearance, Texts texts) {
        this.texts = texts;
        setText(texts.of("settings.appearance"));
        setGraphic(Icons.of(Feather.EYE));
        getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.QUIET_BUTTON);
        radios("settings.theme", appearance.theme(), List.of(Theme.values()));
        getItems().add(new SeparatorMenuItem());
        radios("settings.text-size", appearance.textSize(), List.of(TextSize.values()));
    }

    /** Dresses the window in what is chosen, now and at each change. */
    public static Subscription dress(Scene scene, Appearance appearance) {
        Subscription theme = appearance.theme()
                .subscribe(chosen -> Application.setUserAgentStylesheet(
                        chosen == Theme.DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
        Subscription size = appearance.textSize().subscribe(chosen -> {
            scene.getStylesheets().setAll(Styles.STYLESHEET);
            if (chosen != TextSize.NORMAL) {
                scene.getStylesheets().add("/se/trepart/app/control/text-" + chosen.percent() + ".css");
            }
        });
        return theme.and(size);
    }

    private <E extends Enum<E>> void radios(String prefix, ObjectProperty<E> chosen, List<E> values) {
        ToggleGroup group = new ToggleGroup();
        for (E value : values) {
            RadioMenuItem item = new RadioMenuItem(texts.name(prefix, value));
            item.setToggleGroup(group);
            item.setOnAction(_ -> chosen.set(value));
            chosen.subscribe(now -> item.setSelected(now == value));
            getItems().add(item);
        }
    }
}
