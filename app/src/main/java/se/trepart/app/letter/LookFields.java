package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.InformationPages.Language;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;

import org.jspecify.annotations.Nullable;

/** How a letter is made for the one who reads it: large, easy, without names, with a page in another language (brevets utseende). */
final class LookFields extends VBox {

    private final LetterViewModel model;
    private final Texts texts;
    private final CheckBox large;
    private final CheckBox easy;
    private final CheckBox nameless;
    private final List<Choice<String>> languages = new ArrayList<>();
    private final ChoiceField<String> language;
    private final Label page = Labels.hint("");

    /** @param letter a letter that tells a name cannot leave the names out, and a copy has no page of its own */
    LookFields(LetterViewModel model, Letter letter, Desk desk) {
        this.model = model;
        texts = desk.texts();
        large = box("letter-large", texts.of("letter.large"), (chosen, on) -> chosen.large(on));
        easy = box("letter-easy", texts.of("letter.easy"), (chosen, on) -> chosen.easy(on));
        nameless = box("letter-nameless", texts.of("letter.nameless"), (chosen, on) -> chosen.withoutNames(on));
        languages.add(new Choice<>(texts.of("letter.information.none"), null));
        InformationPages.approved().forEach(one -> languages.add(new Choice<>(one.name(), one.code())));
        language = new ChoiceField<>(texts.of("letter.information"), FXCollections.observableList(languages),
                new SimpleObjectProperty<>(languages.getFirst()));
        language.setId("letter-information");
        language.valueProperty().addListener((_, _, next) -> {
            if (next != null) {
                model.choose(chosen -> chosen.information(next.value()));
                tell(next.value());
            }
        });
        getStyleClass().add(LetterStyles.FIELDS);
        VBox boxes = new VBox(large, easy, Labels.hint(texts.of("letter.easy-help")));
        boxes.getStyleClass().add(Styles.TIGHT);
        if (LetterFields.of(letter.kind()).nameless()) {
            boxes.getChildren().addAll(nameless, Labels.hint(texts.of("letter.nameless-help")));
        }
        getChildren().add(boxes);
        if (letter.chosen().representative() == null) {
            getChildren().addAll(new Field(texts.of("letter.information"), language), page);
        }
        tell(null);
    }

    /** As the letter has it now. */
    void show(Letter letter) {
        large.setSelected(letter.chosen().large());
        easy.setSelected(letter.chosen().easy());
        nameless.setSelected(letter.chosen().withoutNames());
        languages.stream()
                .filter(choice -> Objects.equals(choice.value(), letter.chosen().information()))
                .findFirst()
                .ifPresent(language::setValue);
    }

    private CheckBox box(String id, String label, BiFunction<LetterDetails, Boolean, LetterDetails> choice) {
        CheckBox box = new CheckBox(label);
        box.setId(id);
        box.selectedProperty().addListener((_, _, on) -> model.choose(chosen -> choice.apply(chosen, on)));
        return box;
    }

    /** R35: who answers for the page, and whether a translator has read it. */
    private void tell(@Nullable String code) {
        String words = code == null ? "" : InformationPages.language(code).map(this::told).orElse("");
        page.setText(words);
        page.setVisible(!words.isEmpty());
        page.setManaged(!words.isEmpty());
    }

    private String told(Language one) {
        String owned = texts.of("letter.information.owner", one.owner(), Formats.longDate(one.review()));
        return one.checked() ? owned : texts.of("letter.information.unchecked") + " " + owned;
    }
}
