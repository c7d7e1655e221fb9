package se.trepart.model.investigation;

/** What must be raised with the parents when aid has become long-term (R6), in words. */
public record LongTermReview(String housing, String contactWithParents, String health, String leisure, String holidayJob) {

    public static final LongTermReview EMPTY = new LongTermReview("", "", "", "", "");

    public boolean complete() {
        return !housing.isBlank() && !contactWithParents.isBlank() && !health.isBlank() && !leisure.isBlank() && !holidayJob.isBlank();
    }

    /** What was said about a theme; blank when it was not raised. */
    public String text(Missing.Theme theme) {
        return switch (theme) {
            case HOUSING -> housing;
            case CONTACT_WITH_PARENTS -> contactWithParents;
            case HEALTH -> health;
            case LEISURE -> leisure;
            case HOLIDAY_JOB -> holidayJob;
        };
    }

    public LongTermReview with(Missing.Theme theme, String text) {
        return new LongTermReview(theme == Missing.Theme.HOUSING ? text : housing,
                theme == Missing.Theme.CONTACT_WITH_PARENTS ? text : contactWithParents, theme == Missing.Theme.HEALTH ? text : health,
                theme == Missing.Theme.LEISURE ? text : leisure, theme == Missing.Theme.HOLIDAY_JOB ? text : holidayJob);
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LongTermReview[…]";
    }
}
