package se.trepart.app.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Icons;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.keyboard.Shortcut;
import se.trepart.app.keyboard.Shortcuts;
import se.trepart.app.settings.Appearance;
import se.trepart.app.settings.AppearanceMenu;
import se.trepart.app.shell.Place.AboutMeeting;
import se.trepart.app.shell.Place.Aside;
import se.trepart.app.shell.Place.Main;
import se.trepart.app.shell.Place.OfConflict;
import se.trepart.app.shell.Place.Open;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The frame around every place (ram): places and open cases to the left, search and person on top, the sync line below. */
public final class FrameView extends StackPane {

    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final List<Shortcut> PLACES = List.of(Shortcut.PLACE_1, Shortcut.PLACE_2, Shortcut.PLACE_3, Shortcut.PLACE_4,
            Shortcut.PLACE_5, Shortcut.PLACE_6, Shortcut.PLACE_7);
    /** What the place at hand answers itself. */
    private static final List<Shortcut> PLACE_KEYS = List.of(Shortcut.NEXT_REMARK, Shortcut.PREVIOUS_REMARK, Shortcut.TAKE_SUGGESTION,
            Shortcut.KEEP_REMARK, Shortcut.READING_VIEW);

    private final FrameViewModel model;
    private final Texts texts;
    private final Map<Main, View> places = new EnumMap<>(Main.class);
    private final Function<Place, View> aside;
    private final OpenCasesView openCases;
    private final Map<Main, PlaceButton> placeButtons = new EnumMap<>(Main.class);
    private final BorderPane frame = new BorderPane();
    private final StackPane content = new StackPane();
    private final VBox left = new VBox();
    private Node top = new HBox();
    private final SearchView search;
    private final SyncLineView syncLine;
    private @Nullable View shown;

    /**
     * @param place makes the view of a place, once
     * @param aside gives the view of a place that is reached from a line or a link
     */
    public FrameView(FrameViewModel model, Appearance appearance, Shortcuts shortcuts, Function<Main, View> place,
            Function<Place, View> aside, CaseViews caseViews) {
        this.aside = aside;
        this.model = model;
        texts = model.desk().texts();
        Navigator navigator = model.desk().navigator();
        search = new SearchView(model.search(), texts);
        syncLine = new SyncLineView(model.syncLine(), texts);
        openCases = new OpenCasesView(navigator, caseViews, texts);
        model.places().forEach(main -> places.put(main, place.apply(main)));
        layOut(appearance);
        listen(shortcuts);
        navigator.place().subscribe(this::show);
    }

    /** The view that fills the window now. */
    public View shown() {
        if (shown == null) {
            throw new IllegalStateException("nothing shown yet");
        }
        return shown;
    }

    private void layOut(Appearance appearance) {
        getStyleClass().add("frame");
        left.getStyleClass().add("left");
        HBox name = new HBox(Labels.strong(texts.of("shell.program")));
        name.getStyleClass().add("program-name");
        left.getChildren().add(name);
        for (Main main : model.places()) {
            PlaceButton button = new PlaceButton(texts.name("shell.place", main), () -> model.desk().navigator().open(main));
            if (model.counts().get(main) != null) {
                model.counts().get(main).subscribe(count -> button.count(count.intValue()));
            }
            placeButtons.put(main, button);
            left.getChildren().add(button);
        }
        left.getChildren().add(openCases);
        VBox.setVgrow(openCases, Priority.ALWAYS);
        content.getStyleClass().add("content");
        BorderPane right = new BorderPane(content);
        top = topBar(appearance);
        right.setTop(top);
        frame.setLeft(left);
        frame.setCenter(right);
        frame.setBottom(syncLine);
        List.of(left, top, syncLine).forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        getChildren().addAll(frame, search);
    }

    private Node topBar(Appearance appearance) {
        Button find = new Button(texts.of("shell.search-button"), Icons.of(Feather.SEARCH));
        find.getStyleClass().add("search-button");
        find.setOnAction(_ -> search.open());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        MenuButton look = new AppearanceMenu(appearance, texts);
        MenuButton person = personMenu();
        // in a narrow window the search gives way
        look.setMinWidth(Region.USE_PREF_SIZE);
        person.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(find, space, look, person);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private MenuButton personMenu() {
        MenuButton menu = new MenuButton(model.user(), Icons.of(Feather.USER));
        menu.getStyleClass().addAll(atlantafx.base.theme.Styles.FLAT, Styles.QUIET_BUTTON);
        VBox who = new VBox(Labels.strong(model.user()), Labels.muted(String.join(", ", model.roles())));
        CustomMenuItem head = new CustomMenuItem(who, false);
        head.getStyleClass().add("person-head");
        menu.getItems().add(head);
        for (OfficeMenu.Entry entry : model.office().entries()) {
            if (entry.separated()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(entry.text(), entry.chosen() ? Icons.of(Feather.CHECK) : null);
            item.setOnAction(_ -> entry.action().run());
            menu.getItems().add(item);
        }
        return menu;
    }

    private void listen(Shortcuts shortcuts) {
        Navigator navigator = model.desk().navigator();
        shortcuts.on(Shortcut.SEARCH, () -> {
            if (!shown().alone()) {
                search.open();
            }
        });
        for (int i = 0; i < Math.min(model.places().size(), PLACES.size()); i++) {
            Main main = model.places().get(i);
            shortcuts.on(PLACES.get(i), () -> navigator.open(main));
        }
        shortcuts.on(Shortcut.NEXT_CASE, () -> navigator.nextOpen(1));
        shortcuts.on(Shortcut.PREVIOUS_CASE, () -> navigator.nextOpen(-1));
        shortcuts.on(Shortcut.CLOSE_CASE, () -> {
            if (navigator.place().get() instanceof Open here) {
                navigator.close(here.key());
            }
        });
        shortcuts.on(Shortcut.BACK, navigator::back);
        shortcuts.on(Shortcut.FORWARD, navigator::forward);
        shortcuts.on(Shortcut.NEXT_PANE, this::nextPane);
        shortcuts.on(Shortcut.MAIN_ACTION, () -> shown().mainAction());
        PLACE_KEYS.forEach(key -> shortcuts.onIf(key, () -> shown().press(key)));
        shortcuts.onIf(Shortcut.UNDO, this::undo);
        shortcuts.on(Shortcut.HELP, () -> model.desk().dialogs().tell(texts.of("shell.help"), helpText()));
        shortcuts.on(Shortcut.ALL_SHORTCUTS, () -> model.desk().dialogs().tell(texts.of("shell.shortcuts"), shortcutLines(shortcuts)));
    }

    private String helpText() {
        String help = shown().help();
        return help.isEmpty() ? texts.of("shell.no-help") : help;
    }

    private String shortcutLines(Shortcuts shortcuts) {
        StringBuilder lines = new StringBuilder();
        shortcuts.described(texts).forEach((keys, what) -> lines.append(what).append("  –  ").append(keys).append('\n'));
        return lines.toString().strip();
    }

    /** A text field undoes its own typing first. */
    private boolean undo() {
        if (getScene().getFocusOwner() instanceof TextInputControl input && input.isUndoable()) {
            return false;
        }
        shown().undo();
        return true;
    }

    private void nextPane() {
        List<Node> panes = List.of(left, content, syncLine);
        Node focus = getScene().getFocusOwner();
        int now = -1;
        for (int i = 0; i < panes.size(); i++) {
            if (within(focus, panes.get(i))) {
                now = i;
            }
        }
        for (int step = 1; step <= panes.size(); step++) {
            if (Focus.first(panes.get(Math.floorMod(now + step, panes.size())))) {
                return;
            }
        }
    }

    private static boolean within(@Nullable Node node, Node pane) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (n == pane) {
                return true;
            }
        }
        return false;
    }

    private void show(Place place) {
        if (shown != null) {
            shown.closed();
        }
        View next = switch (place) {
            case Main main -> Objects.requireNonNull(places.get(main), "not a place of this role");
            case Aside _,OfConflict _,AboutMeeting _,Place.Reminders _,Place.Disclose _ -> aside.apply(place);
            case Open open -> openCases.view(open);
        };
        placeButtons.forEach((main, button) -> button.pseudoClassStateChanged(HERE, main == place));
        openCases.mark(place instanceof Open open ? open.key() : null);
        List.of(left, top, syncLine).forEach(part -> part.setVisible(!next.alone()));
        content.getChildren().setAll(next.node());
        shown = next;
        next.opened();
    }

    /** A place to the left with how much waits there. */
    private static final class PlaceButton extends Button {

        private final String name;
        private final Label count = Labels.muted("");

        PlaceButton(String name, Runnable open) {
            this.name = name;
            Label words = new Label(name);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            setGraphic(new HBox(words, space, count));
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
            getStyleClass().add("place");
            setOnAction(_ -> open.run());
            count(0);
        }

        void count(int waiting) {
            count.setText(waiting == 0 ? "" : Integer.toString(waiting));
            setAccessibleText(waiting == 0 ? name : name + ", " + waiting);
        }
    }

}
