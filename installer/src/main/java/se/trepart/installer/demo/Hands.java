package se.trepart.installer.demo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import javax.imageio.ImageIO;

/**
 * Works a real window as a person does: finds what is shown by its words, presses it, types into it, waits for what comes and takes
 * pictures. To be used on a thread of its own.
 */
final class Hands {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int LINES_SHOWN = 4;

    private final Stage stage;
    private final Path pictures;

    Hands(Stage stage, Path pictures) {
        this.stage = stage;
        this.pictures = pictures;
    }

    /** Presses the button, link or tab with these words, once it is there and can be pressed. */
    void press(String words) {
        ButtonBase button = await("knappen «" + words + "»",
                () -> find(ButtonBase.class, b -> words.equals(b.getText()) && !b.isDisabled()));
        fire(button);
    }

    /** Types into the field with this label, and leaves it. */
    void type(String label, String text) {
        TextInputControl field = await("fältet «" + label + "»",
                () -> find(Label.class, l -> label.equals(l.getText()) && l.getLabelFor() instanceof TextInputControl)
                        .map(l -> (TextInputControl) l.getLabelFor())
                        .filter(f -> f.isEditable() && !f.isDisabled()));
        type(field, text);
    }

    /** Types into the field with this id, and leaves it. */
    void typeInto(String id, String text) {
        type(await("fältet " + id, () -> find(TextInputControl.class, f -> id.equals(f.getId()) && f.isEditable())), text);
    }

    /** Chooses what begins so in the list with this id. */
    void choose(String id, String words) {
        choose(await("listan " + id, () -> find(ComboBox.class, c -> id.equals(c.getId()) && !c.isDisabled())), words);
    }

    /** Chooses what begins so in the list with this label. */
    void chooseFor(String label, String words) {
        choose(labelled(ComboBox.class, label), words);
    }

    /** Picks a day in the field with this id. */
    void pick(String id, LocalDate day) {
        pick(await("dagen " + id, () -> find(DatePicker.class, d -> id.equals(d.getId()) && !d.isDisabled())), day);
    }

    /** Picks a day in the field with this label. */
    void pickFor(String label, LocalDate day) {
        pick(labelled(DatePicker.class, label), day);
    }

    /** Presses the button that is read aloud so. */
    void pressSpoken(String words) {
        fire(await("knappen «" + words + "»", () -> find(ButtonBase.class, b -> words.equals(b.getAccessibleText()) && !b.isDisabled())));
    }

    private <C extends Control> C labelled(Class<C> type, String label) {
        return await("fältet «" + label + "»",
                () -> find(Label.class, l -> label.equals(l.getText()) && type.isInstance(l.getLabelFor()) && !l.getLabelFor().isDisabled())
                        .map(l -> type.cast(l.getLabelFor())));
    }

    private void choose(ComboBox<?> list, String words) {
        onScreen(() -> {
            reveal(list);
            for (int i = 0; i < list.getItems().size(); i++) {
                if (label(list, i).startsWith(words)) {
                    list.getSelectionModel().select(i);
                    return true;
                }
            }
            throw new TourFailed("«" + words + "» finns inte i listan", null);
        });
        settle();
    }

    private static <T> String label(ComboBox<T> list, int at) {
        return list.getConverter().toString(list.getItems().get(at));
    }

    private void pick(DatePicker field, LocalDate day) {
        onScreen(() -> {
            reveal(field);
            field.setValue(day);
            return true;
        });
        settle();
    }

    void pressId(String id) {
        ButtonBase button = await("knappen " + id, () -> find(ButtonBase.class, b -> id.equals(b.getId()) && !b.isDisabled()));
        fire(button);
    }

    /** Presses a button of the dialog that asks something. */
    void answer(String words) {
        fire(await("svaret «" + words + "»",
                () -> Window.getWindows()
                        .stream()
                        .filter(w -> w != stage && w.isShowing())
                        .flatMap(w -> collect(w.getScene().getRoot(), ButtonBase.class, b -> words.equals(b.getText())).stream())
                        .findFirst()));
    }

    private void fire(ButtonBase button) {
        // not waited for: what it starts may ask something and only end with the answer
        Platform.runLater(() -> {
            button.requestFocus();
            button.fire();
        });
        settle();
    }

    /** Presses the first button whose id begins so. */
    void pressFirst(String id) {
        String found = await("en knapp " + id,
                () -> find(ButtonBase.class, b -> b.getId() != null && b.getId().startsWith(id) && !b.isDisabled())).getId();
        pressId(found);
    }

    /** Types into the field that has the focus. */
    void typeIntoFocus(String text) {
        onScreen(() -> {
            if (stage.getScene().getFocusOwner() instanceof TextInputControl field) {
                field.setText(text);
            }
            return true;
        });
        settle();
    }

    void escape() {
        onScreen(() -> {
            Node target = Optional.ofNullable(stage.getScene().getFocusOwner()).orElse(stage.getScene().getRoot());
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            return true;
        });
        settle();
    }

    /** A key with Ctrl held down, as on the whole window. */
    void shortcut(KeyCode key) {
        strike(key, true, false);
        settle();
    }

    /** Keys one after the other, where the focus is. */
    void keys(KeyCode... keys) {
        for (KeyCode key : keys) {
            strike(key, false, false);
        }
        settle();
    }

    /** A key with Alt held down, where the focus is. */
    void alt(KeyCode key) {
        strike(key, false, true);
        settle();
    }

    void focus(Node node) {
        onScreen(() -> {
            node.requestFocus();
            return true;
        });
    }

    private void strike(KeyCode key, boolean ctrl, boolean alt) {
        onScreen(() -> {
            Node target = Optional.ofNullable(stage.getScene().getFocusOwner()).orElse(stage.getScene().getRoot());
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, ctrl, alt, false));
            Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, ctrl, alt, false));
            return true;
        });
    }

    /** Waits until these words are shown somewhere. */
    void see(String words) {
        await("texten «" + words + "»", () -> find(Labeled.class, l -> l.getText() != null && l.getText().contains(words)));
    }

    /** Rolls the list that is shown until these words are. */
    void rollTo(String words) {
        ListView<?> list = await("en lista", () -> find(ListView.class, l -> !l.getItems().isEmpty()));
        int lines = onScreen(() -> list.getItems().size());
        for (int line = 0; line < lines && !sees(words); line += LINES_SHOWN) {
            int at = line;
            onScreen(() -> {
                list.scrollTo(at);
                return true;
            });
            settle();
        }
        see(words);
    }

    boolean sees(String words) {
        return onScreen(() -> find(Labeled.class, l -> l.getText() != null && l.getText().contains(words))).isPresent();
    }

    /** All shown texts that begin so. */
    List<String> shown(Predicate<String> words) {
        return onScreen(() -> {
            List<String> texts = new ArrayList<>();
            collect(stage.getScene().getRoot(), Labeled.class, l -> l.getText() != null && words.test(l.getText()))
                    .forEach(l -> texts.add(l.getText()));
            return texts;
        });
    }

    /** The buttons shown whose words pass. */
    List<String> buttons(Predicate<String> words) {
        return onScreen(
                () -> collect(stage.getScene().getRoot(), ButtonBase.class, b -> b.getText() != null && words.test(b.getText())).stream()
                        .map(Labeled::getText)
                        .toList());
    }

    /** Saves what the window shows. */
    void picture(String name) {
        settle();
        BufferedImage image = onScreen(() -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null));
        try {
            Files.createDirectories(pictures);
            ImageIO.write(image, "png", pictures.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new TourFailed("bilden " + name + " gick inte att spara", e);
        }
    }

    /** Waits until something is there. */
    <T> T await(String what, Callable<Optional<T>> looked) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<T> found = onScreen(looked);
            if (found.isPresent()) {
                return found.get();
            }
            pause(50);
        }
        picture("felet");
        throw new TourFailed(what + " kom inte inom " + PATIENCE.toSeconds() + " sekunder", null);
    }

    static <T> T onScreen(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new TourFailed("fönstret svarar inte", e);
        }
    }

    <N extends Node> Optional<N> find(Class<N> type, Predicate<N> which) {
        return collect(stage.getScene().getRoot(), type, which).stream().findFirst();
    }

    /** Rolls what is shown so that the node is in the upper part of it. */
    private static void reveal(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof ScrollPane scroll && scroll.getContent() != null) {
                Bounds content = scroll.getContent().getLayoutBounds();
                Bounds there = scroll.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
                double room = content.getHeight() - scroll.getViewportBounds().getHeight();
                if (room > 0) {
                    scroll.setVvalue(Math.clamp((there.getMinY() - scroll.getViewportBounds().getHeight() / 3) / room, 0, 1));
                }
                return;
            }
        }
    }

    private void type(TextInputControl field, String text) {
        onScreen(() -> {
            reveal(field);
            field.requestFocus();
            field.setText(text);
            return true;
        });
        pause(30);
        onScreen(() -> {
            // leaving the field is what saves it
            stage.getScene().getRoot().requestFocus();
            return true;
        });
        pause(30);
    }

    private static <N extends Node> List<N> collect(Node node, Class<N> type, Predicate<N> which) {
        List<N> all = new ArrayList<>();
        if (!node.isVisible()) {
            return all;
        }
        if (type.isInstance(node) && which.test(type.cast(node))) {
            all.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(collect(child, type, which)));
        }
        return all;
    }

    /** Lets the screen and what works behind it come to rest. */
    void settle() {
        pause(250);
        onScreen(() -> true);
        onScreen(() -> true);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourFailed("avbruten", e);
        }
    }
}
