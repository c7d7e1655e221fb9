package se.trepart.app.applications;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import se.trepart.app.control.Choice;
import se.trepart.app.text.Texts;
import se.trepart.model.person.InvalidPersonalNumber;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;

/** A person of a household that is not known yet, as it is written down (person i ny ansökan). */
public final class PersonLine {

    /** What the person is in the household. */
    public enum Part {
        APPLICANT,
        CO_APPLICANT,
        CHILD
    }

    private final UUID id;
    private final Texts texts;
    private final ObjectProperty<Choice<Part>> part;
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty firstName = new SimpleStringProperty("");
    private final StringProperty lastName = new SimpleStringProperty("");

    PersonLine(UUID id, Choice<Part> part, Texts texts) {
        this.id = id;
        this.part = new SimpleObjectProperty<>(part);
        this.texts = texts;
    }

    public UUID id() {
        return id;
    }

    public ObjectProperty<Choice<Part>> part() {
        return part;
    }

    public StringProperty number() {
        return number;
    }

    public StringProperty firstName() {
        return firstName;
    }

    public StringProperty lastName() {
        return lastName;
    }

    /** What is wrong with the number, in words; empty when nothing is, or nothing is written. */
    public String numberFault() {
        if (number.get().isBlank()) {
            return "";
        }
        try {
            read();
            return "";
        } catch (InvalidPersonalNumber e) {
            return texts.name("applications.bad-number", e.fault());
        }
    }

    boolean is(Part wanted) {
        return part.get().value() == wanted;
    }

    boolean complete() {
        return !number.get().isBlank() && numberFault().isEmpty() && !firstName.get().isBlank() && !lastName.get().isBlank();
    }

    String shortName() {
        return firstName.get().isBlank() ? part.get().label() : firstName.get().strip();
    }

    Optional<Person> person(@Nullable Protection protection) {
        return complete()
                ? Optional.of(new Person(read(), firstName.get().strip(), lastName.get().strip(), null, "", "",
                        protection == null ? Protection.UNKNOWN : protection, null))
                : Optional.empty();
    }

    private PersonalNumber read() {
        return new PersonalNumber(number.get().replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT));
    }
}
