package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import se.trepart.app.casefile.DayConverter;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedField;
import se.trepart.app.control.Choice;
import se.trepart.app.control.ChoiceField;
import se.trepart.app.control.Field;
import se.trepart.app.control.Labels;
import se.trepart.app.control.Section;
import se.trepart.app.control.Styles;
import se.trepart.app.letter.TypedPlace.Where;
import se.trepart.app.shell.Desk;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;

import org.jspecify.annotations.Nullable;

/** What is chosen and typed in one letter (brevets formulär): beside the pages as they print. */
final class LetterForm extends VBox {

    private final LetterViewModel model;
    private final OpenCase openCase;
    private final Desk desk;
    private final Texts texts;
    private @Nullable DatePicker day;
    private @Nullable LookFields look;
    private @Nullable ClaimFields claim;
    private @Nullable RepresentativeFields representative;
    private final Map<Where, TextInputControl> typed = new EnumMap<>(Where.class);
    private final Map<Where, MarkedTextSkin> marked = new EnumMap<>(Where.class);

    LetterForm(LetterViewModel model, OpenCase openCase) {
        this.model = model;
        this.openCase = openCase;
        desk = openCase.desk();
        texts = desk.texts();
        getStyleClass().add(LetterStyles.TEXTING);
    }

    /** Nytt brev. */
    Button newLetter() {
        Button begin = new Button(texts.of("letter.begin"));
        begin.setId("letter-new");
        begin.setMinWidth(Button.USE_PREF_SIZE);
        begin.setOnAction(_ -> model.begin());
        return begin;
    }

    void build(LetterSheet sheet, Letter letter) {
        getChildren().setAll(head(sheet));
        day = null;
        look = null;
        claim = null;
        representative = null;
        typed.clear();
        marked.clear();
        if (!sheet.sent().isEmpty()) {
            Label sent = Labels.text(sheet.sent());
            sent.setId("letter-sent");
            getChildren().add(sent);
        }
        if (!sheet.confirmation().isEmpty()) {
            getChildren().add(confirmation(sheet));
        }
        if (sheet.editable()) {
            getChildren().addAll(fields(letter, sheet));
            getChildren().addAll(look(letter), sending());
            refresh(letter);
        }
        if (!sheet.appeal().isEmpty()) {
            Label appeal = Labels.text(sheet.appeal());
            appeal.setId("letter-appeal");
            getChildren().add(new Section(texts.of("letter.appeal"), appeal));
        }
        Sending sending = letter.sending();
        if (sheet.deliverable() && sending != null) {
            getChildren().add(new DeliveryView(new DeliveryViewModel(openCase, letter, sending), texts));
        }
    }

    /** What is chosen, as the letter has it now. */
    void refresh(Letter letter) {
        if (day != null) {
            day.setValue(letter.chosen().day());
        }
        if (look != null) {
            look.show(letter);
        }
        if (claim != null) {
            claim.show(letter);
        }
        if (representative != null) {
            representative.show(letter);
        }
    }

    /** Draws what was found under the words it was found in. */
    void show(LetterRemarks remarks) {
        marked.forEach((where, skin) -> skin.mark(remarks.markedIn(where)));
    }

    /** Takes the writer to the words. @param says what a screen reader tells of them */
    void go(TypedPlace place, String says) {
        TextInputControl control = typed.get(place.where());
        if (control != null) {
            control.setAccessibleHelp(says);
            control.requestFocus();
            control.selectRange(place.from(), Math.min(place.to(), control.getLength()));
        }
    }

    /** Puts a correction in its field, as if it were typed there. */
    void put(Correction correction) {
        TypedPlace place = correction.place();
        TextInputControl control = typed.get(place.where());
        if (control != null && place.to() <= control.getLength()) {
            control.replaceText(place.from(), place.to(), correction.words());
        }
    }

    /** The field that the writer is in. */
    Optional<Where> writing() {
        return typed.entrySet().stream().filter(entry -> entry.getValue().isFocused()).map(Map.Entry::getKey).findFirst();
    }

    /** Where the caret is in a field, or where what is selected there begins. */
    int caret(Where where) {
        TextInputControl control = typed.get(where);
        return control == null ? 0 : control.getSelection().getStart();
    }

    private void mark(Where where, TypedField field) {
        typed.put(where, field.control());
        if (field.control() instanceof TextArea area) {
            MarkedTextSkin skin = new MarkedTextSkin(area);
            area.setSkin(skin);
            marked.put(where, skin);
        }
    }

    private List<Node> head(LetterSheet sheet) {
        List<Node> head = new ArrayList<>();
        if (sheet.letters().size() > 1) {
            head.add(chooser(sheet));
        } else {
            Label one = Labels.heading(sheet.letters().getFirst().label());
            one.setWrapText(true);
            head.add(one);
        }
        FlowPane actions = new FlowPane(newLetter());
        actions.getStyleClass().add(Styles.ROW);
        actions.setHgap(8);
        actions.setVgap(8);
        if (sheet.droppable()) {
            Button drop = new Button(texts.of("letter.drop"));
            drop.setId("letter-drop");
            drop.setOnAction(_ -> model.drop());
            actions.getChildren().add(drop);
        }
        if (sheet.mayBegin()) {
            head.add(actions);
        }
        Choice<UUID> other = sheet.other();
        if (other != null) {
            Button copy = new Button(other.label());
            copy.setId("letter-copy");
            copy.setWrapText(true);
            copy.setOnAction(_ -> model.copy());
            head.add(copy);
        }
        Letter letter = sheet.letter();
        if (sheet.mayBegin() && letter != null && letter.chosen().representative() == null) {
            Button representatives = new Button(texts.of("letter.copy-representative"));
            representatives.setId("letter-copy-representative");
            representatives.setWrapText(true);
            representatives.setOnAction(_ -> model.copyToRepresentative());
            head.add(representatives);
        }
        return head;
    }

    private Node chooser(LetterSheet sheet) {
        SimpleObjectProperty<Choice<String>> chosen = new SimpleObjectProperty<>(
                sheet.shown() == null ? sheet.letters().getFirst() : sheet.shown());
        ChoiceField<String> field = new ChoiceField<>(texts.of("letter.which"), FXCollections.observableList(sheet.letters()), chosen);
        field.setId("letter-which");
        // the field itself is listened to: nothing else holds on to the property
        field.valueProperty().addListener((_, _, next) -> {
            if (next != null && next.value() != null) {
                model.choose(next.value());
            }
        });
        return new Field(texts.of("letter.which"), field);
    }

    private List<Node> fields(Letter letter, LetterSheet sheet) {
        LetterKind kind = letter.kind();
        LetterFields asked = LetterFields.of(kind);
        List<Node> fields = new ArrayList<>();
        if (letter.chosen().representative() != null) {
            RepresentativeFields to = new RepresentativeFields(model, desk);
            representative = to;
            fields.add(to);
        }
        if (asked.claim()) {
            ClaimFields of = new ClaimFields(model, kind, desk);
            claim = of;
            fields.add(of);
        }
        if (asked.heading()) {
            TypedField heading = TypedField.line(texts.name("letter.heading", kind), "", model.heading(), desk);
            heading.control().setId("letter-heading");
            typed.put(Where.HEADING, heading.control());
            fields.add(heading);
        }
        if (asked.amount()) {
            fields.add(amount());
        }
        if (asked.day()) {
            fields.add(day(kind));
        }
        TypedField why = TypedField.area(texts.name("letter.why-label", kind), texts.of("letter.why-help"), model.why(), 4, desk);
        why.control().setId("letter-why");
        TypedField whatNow = TypedField.area(texts.name("letter.what-now-label", kind), texts.of("letter.what-now-help"), model.whatNow(),
                3, desk);
        whatNow.control().setId("letter-what-now");
        mark(Where.WHY, why);
        mark(Where.WHAT_NOW, whatNow);
        fields.add(why);
        phrases(fields, sheet, Phrase.Place.WHY, why);
        fields.add(whatNow);
        phrases(fields, sheet, Phrase.Place.WHAT_NOW, whatNow);
        return fields;
    }

    private void phrases(List<Node> fields, LetterSheet sheet, Phrase.Place place, TypedField field) {
        List<Phrase> phrases = sheet.phrases(place);
        if (!phrases.isEmpty()) {
            PhraseMenu menu = new PhraseMenu(texts, phrases, field.control());
            menu.setId("letter-phrases-" + place);
            fields.add(menu);
        }
    }

    private Node amount() {
        TypedField amount = TypedField.line(texts.of("letter.amount"), texts.of("letter.amount-help"), model.amount(), desk);
        amount.control().setId("letter-amount");
        amount.field()
                .faultProperty()
                .bind(model.amount().textProperty().map(text -> LetterTyping.readable(text) ? "" : texts.of("letter.amount-fault")));
        return amount;
    }

    private Node day(LetterKind kind) {
        DatePicker picker = new DatePicker();
        picker.setId("letter-day");
        picker.setConverter(new DayConverter());
        picker.valueProperty().addListener((_, _, next) -> model.choose(chosen -> chosen.day(next)));
        day = picker;
        return new Field(texts.name("letter.day", kind), picker);
    }

    /** How it is made for its reader. */
    private Node look(Letter letter) {
        LookFields fields = new LookFields(model, letter, desk);
        look = fields;
        return fields;
    }

    private Node confirmation(LetterSheet sheet) {
        VBox box = new VBox(Labels.text(sheet.confirmation()));
        box.getStyleClass().add(Styles.CARD);
        if (sheet.mayConfirm()) {
            Button confirm = new Button(texts.of("letter.confirm"));
            confirm.setId("letter-confirm");
            confirm.setOnAction(_ -> model.confirm());
            box.getChildren().add(confirm);
        }
        return box;
    }

    private Node sending() {
        ChoiceField<Way> way = new ChoiceField<>(texts.of("letter.way"), FXCollections.observableList(model.ways()), model.way());
        way.setId("letter-way");
        DatePicker sentOn = new DatePicker();
        sentOn.setId("letter-sent-on");
        sentOn.setConverter(new DayConverter());
        sentOn.valueProperty().bindBidirectional(model.sentOn());
        Field dayField = new Field(texts.of("letter.sent-on"), sentOn);
        Field wayField = new Field(texts.of("letter.way"), way);
        HBox line = new HBox(wayField, dayField);
        line.getStyleClass().add(Styles.ROW);
        HBox.setHgrow(wayField, Priority.ALWAYS);
        HBox.setHgrow(dayField, Priority.ALWAYS);
        return new Section(texts.of("letter.sending"), line);
    }
}
