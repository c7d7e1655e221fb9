package se.trepart.app.template;

import java.util.function.Consumer;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lists where a line does something (listor att välja ur). */
final class Lists {

    private Lists() {}

    /** Enter, a space or a double click on a line. */
    static <T> void onChosen(ListView<T> list, Consumer<? super T> action) {
        Runnable act = () -> {
            T chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                action.accept(chosen);
            }
        };
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && !event.isShortcutDown()) {
                act.run();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                act.run();
            }
        });
        list.focusedProperty().addListener((_, _, focused) -> {
            if (focused && list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
    }
}
