package se.trepart.model.investigation;

/** What must be raised with the parents when aid has become long-term (R6), in words. */
public record LongTermReview(String housing, String contactWithParents, String health, String leisure, String holidayJob) {

    public static final LongTermReview EMPTY = new LongTermReview("", "", "", "", "");

    public boolean complete() {
        return !housing.isBlank() && !contactWithParents.isBlank() && !health.isBlank() && !leisure.isBlank() && !holidayJob.isBlank();
    }
}
