package se.trepart.app.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, all from the Feather pack (ikoner). Decoration only: the words say it too. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
    }
}
