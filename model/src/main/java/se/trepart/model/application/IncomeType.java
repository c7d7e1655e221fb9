package se.trepart.model.application;

/** What kind of income it is (inkomstslag). */
public enum IncomeType {
    SALARY,
    OTHER_INCOME,
    FINANCIAL_AID_OTHER_MUNICIPALITY,
    SWISH_DEPOSITS,
    OCCUPATIONAL_PENSION_INSURANCE,
    CHILD_SUPPORT,
    RENT_SHARE_FROM_CHILD
}
