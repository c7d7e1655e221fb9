package se.trepart.model.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import org.jspecify.annotations.Nullable;

/**
 * The numbers that a municipality may choose for the way to self-support (inställningar för planeringen), valid from a date.
 *
 * @param earlyMeetingDays days from the application to the early planning meeting (R20)
 * @param firstFromAge whoever is this old and {@code firstToAge} at most is first in line (R20)
 * @param referralAnswerDays days for the labour-market unit to accept or decline (R21)
 * @param referralWarningMonths months without a referral at which the case is pointed out, rising (R22)
 * @param gapMonths months without aid after which the time is counted anew (R22)
 * @param endingDays days before its last day that an action is first shown as ending (R23)
 * @param extensionMonths how long an action may be in all before the team lead is asked (R23)
 * @param followUpMonths months between a plan's follow-ups (R27)
 * @param contactDays days without contact after which a participant is pointed out
 * @param smallCount counts below this are not shown in results
 */
public record PlanningSettings(UUID id, UUID unitId, LocalDate validFrom, int earlyMeetingDays, int firstFromAge, int firstToAge,
        int referralAnswerDays, List<Integer> referralWarningMonths, int gapMonths, int endingDays, int extensionMonths, int followUpMonths,
        int contactDays, int smallCount, ActivityRequirement activityRequirement) implements Document {

    /**
     * The duty to demand activity (aktivitetskrav, SoL 12 kap. 4 a–6 a §§). Its text is not confirmed, so all of it is data.
     *
     * @param firstMonth the first month of support that it is for, as its first day
     * @param monthsInARow months in a row with aid before it begins
     * @param hoursAWeek the most that may be asked for
     * @param fewerHours how many fewer for who has a child younger than {@code childUnder} years
     * @param confirmed whether somebody has compared this with the law in force
     */
    public record ActivityRequirement(LocalDate firstMonth, int monthsInARow, int hoursAWeek, int fewerHours, int childUnder,
            boolean confirmed) {

        /** The most hours a week for a person. */
        public int hours(boolean childYoungEnough) {
            return childYoungEnough ? hoursAWeek - fewerHours : hoursAWeek;
        }
    }

    public PlanningSettings {
        referralWarningMonths = List.copyOf(referralWarningMonths);
    }

    /**
     * The settings of a day: those that last began to be valid.
     *
     * @throws NoSettingsForDate when none has begun
     */
    public static PlanningSettings at(List<PlanningSettings> all, LocalDate day) {
        return all.stream()
                .filter(settings -> !settings.validFrom.isAfter(day))
                .max(Comparator.comparing(PlanningSettings::validFrom))
                .orElseThrow(() -> new NoSettingsForDate(day));
    }

    @Override
    public @Nullable UUID caseId() {
        return null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.PLANNING_SETTINGS;
    }

    @Override
    public String documentState() {
        return "DATED";
    }

    @Override
    public LocalDate documentDate() {
        return validFrom;
    }
}
