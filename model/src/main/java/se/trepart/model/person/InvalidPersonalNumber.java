package se.trepart.model.person;

/** A personal number that no person can have; the fault says what is wrong, the message never holds the number. */
public final class InvalidPersonalNumber extends IllegalArgumentException {

    /** What is wrong with the number. */
    public enum Fault {
        FORM,
        DATE,
        CHECK_DIGIT
    }

    private final Fault fault;

    public InvalidPersonalNumber(Fault fault) {
        super("not a personal number: " + fault);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
