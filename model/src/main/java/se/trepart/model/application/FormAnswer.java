package se.trepart.model.application;

/** A question of the form and its answer, word for word as the applicant saw and gave it. */
public record FormAnswer(String question, String answer) {

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "FormAnswer[…]";
    }
}
