package se.trepart.model.application;

/** A question of the form and its answer, word for word as the applicant saw and gave it. */
public record FormAnswer(String question, String answer) {}
