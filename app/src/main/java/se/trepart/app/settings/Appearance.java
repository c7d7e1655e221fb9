package se.trepart.app.settings;

import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.task.TaskRunner;
import se.trepart.local.cache.Drafts;

/** How the program looks for its user (utseende): theme and size of text. Kept with the user's drafts on the workstation. */
public final class Appearance {

    private static final String KEY = "settings/appearance";

    /** Light or dark (tema). */
    public enum Theme {
        LIGHT,
        DARK
    }

    /** How large everything is (textstorlek), in per cent. */
    public enum TextSize {
        NORMAL(100),
        LARGE(125),
        LARGEST(150);

        private final int percent;

        TextSize(int percent) {
            this.percent = percent;
        }

        public int percent() {
            return percent;
        }
    }

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);

    /** Reads what was chosen before and keeps each new choice. */
    public Appearance(Drafts drafts, TaskRunner tasks) {
        tasks.of(() -> drafts.find(KEY)).then(kept -> {
            kept.ifPresent(draft -> read(draft.text()));
            theme.subscribe((_, _) -> keep(drafts, tasks));
            textSize.subscribe((_, _) -> keep(drafts, tasks));
        }).start();
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public ObjectProperty<TextSize> textSize() {
        return textSize;
    }

    private void keep(Drafts drafts, TaskRunner tasks) {
        String choice = theme.get() + " " + textSize.get();
        tasks.of(() -> drafts.keep(KEY, choice)).start();
    }

    private void read(String kept) {
        String[] parts = kept.split(" ");
        Arrays.stream(Theme.values()).filter(t -> t.name().equals(parts[0])).forEach(theme::set);
        Arrays.stream(TextSize.values()).filter(t -> t.name().equals(parts[parts.length - 1])).forEach(textSize::set);
    }
}
