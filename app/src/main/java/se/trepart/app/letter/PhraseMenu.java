package se.trepart.app.letter;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import se.trepart.app.text.Texts;
import se.trepart.model.letter.Phrase;

/** The municipality's phrases for one field of a letter (fraser): Ctrl+space in the field opens it, and a choice puts the words at the caret. */
final class PhraseMenu extends MenuButton {

    PhraseMenu(Texts texts, List<Phrase> phrases, TextInputControl into) {
        super(texts.of("letter.phrase"));
        setMinWidth(USE_PREF_SIZE);
        for (Phrase phrase : phrases) {
            MenuItem item = new MenuItem(phrase.name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> insert(phrase, into));
            getItems().add(item);
        }
        into.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
                show();
                event.consume();
            }
        });
    }

    /** On a line of its own, since a line is a paragraph or a step. */
    private static void insert(Phrase phrase, TextInputControl into) {
        int at = into.getCaretPosition();
        String text = into.getText();
        String before = at == 0 || text.charAt(at - 1) == '\n' ? "" : "\n";
        String after = at == text.length() || text.charAt(at) == '\n' ? "" : "\n";
        into.insertText(at, before + phrase.text().strip() + after);
        into.requestFocus();
    }
}
