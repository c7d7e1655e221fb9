package se.trepart.model.investigation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.CheckItem.CheckState;

/** One thing that stops an investigation from being finished (R5), said so that a screen can take the user there. */
public sealed interface Missing {

    /** A step without a result. */
    record Result(String stepKey) implements Missing {}

    /** A step whose result is not assessed. */
    record Assessment(String stepKey) implements Missing {}

    /** An authority's step whose result does not say which of the three answers it is (R8). */
    record Answer(String stepKey) implements Missing {}

    /** A child without a whole assessment. */
    record ChildText(UUID childId) implements Missing {}

    /** A theme not raised with the parents though aid is long-term (R6). */
    record ReviewTheme(Theme theme) implements Missing {}

    /** What is raised with the parents when aid is long-term (R6). */
    enum Theme {
        HOUSING,
        CONTACT_WITH_PARENTS,
        HEALTH,
        LEISURE,
        HOLIDAY_JOB
    }

    /** Everything that is missing, in the checklist's order; the household's children of today count, not those of the start. */
    static List<Missing> in(Investigation investigation, ChecklistTemplate template, Household household) {
        List<Missing> missing = new ArrayList<>();
        for (CheckItem item : investigation.items()) {
            if (item.state() == CheckState.NOT_RELEVANT) {
                continue;
            }
            boolean assessmentNeeded = template.step(item.stepKey()).map(ChecklistStep::assessmentNeeded).orElse(true);
            if (item.result().isBlank()) {
                missing.add(new Result(item.stepKey()));
            } else if (ChecklistStep.asksAuthority(item.stepKey()) && item.authorityAnswer().isEmpty()) {
                missing.add(new Answer(item.stepKey()));
            } else if (assessmentNeeded && item.assessment().isBlank()) {
                missing.add(new Assessment(item.stepKey()));
            }
        }
        for (Child child : household.children()) {
            if (!investigation.child(child.id()).map(ChildAssessment::complete).orElse(false)) {
                missing.add(new ChildText(child.id()));
            }
        }
        LongTermReview review = investigation.longTerm();
        if (review != null && !household.children().isEmpty()) {
            themes(review).forEach((theme, text) -> {
                if (text.isBlank()) {
                    missing.add(new ReviewTheme(theme));
                }
            });
        }
        return missing;
    }

    private static Map<Theme, String> themes(LongTermReview review) {
        Map<Theme, String> themes = new EnumMap<>(Theme.class);
        themes.put(Theme.HOUSING, review.housing());
        themes.put(Theme.CONTACT_WITH_PARENTS, review.contactWithParents());
        themes.put(Theme.HEALTH, review.health());
        themes.put(Theme.LEISURE, review.leisure());
        themes.put(Theme.HOLIDAY_JOB, review.holidayJob());
        return themes;
    }
}
