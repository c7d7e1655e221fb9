package se.trepart.model.casefile;

/** Whether the household has one grown-up or a couple. */
public enum MaritalStatus {
    SINGLE,
    COHABITING
}
