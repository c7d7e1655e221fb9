package se.trepart.model.application;

/** What a cost is for (kostnadsslag). R13: some belong to försörjningsstöd by right, the others are other living costs. */
public enum CostType {
    RENT(true),
    ELECTRICITY(true),
    HOME_INSURANCE(true),
    INTERNET(false),
    UNEMPLOYMENT_FUND(true),
    UNION_FEE(true),
    TRAVEL_APPROVED(true),
    TRAVEL_MEDICAL_TRANSPORT(false),
    MEDICAL_CARE(false),
    MEDICINE(false),
    OTHER(false),
    MUNICIPAL_FEES(false),
    ACUTE_DENTAL(false);

    private final boolean byRight;

    CostType(boolean byRight) {
        this.byRight = byRight;
    }

    /** Whether the cost is part of försörjningsstöd by right (SoL 12 kap. 7 §); otherwise another living cost (12 kap. 1 §). */
    public boolean byRight() {
        return byRight;
    }
}
