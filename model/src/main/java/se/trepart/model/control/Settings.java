package se.trepart.model.control;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;

import org.jspecify.annotations.Nullable;

/**
 * The numbers a municipality may choose (inställningar, marked ⚙ in the rules), valid from a date.
 *
 * @param intakeMonths longest time in intake (R3)
 * @param handOverDay day of the month when the team lead distributes what was handed over (R3)
 * @param quietMonthsBeforeClosing months without a new decision after which a case may be closed (R4)
 * @param longTermMonths months with aid within twelve that make it long-term (R6)
 * @param incomeChangePercent change of income from the month before that is pointed out
 * @param childMonthDays days that a whole month of residence counts as (R10)
 * @param prisbasbelopp the year's price base amount, for a child's own work income (R11)
 * @param completionDays days to answer a request for completion
 * @param communicationDays days to answer before a decision (R18)
 * @param postDays days from sending until a letter counts as received, for the appeal's last day (R19)
 * @param housingLevelOne reasonable housing cost a month for one person; {@code housingLevelMore} for each further person
 * @param checkWarningDays days before a recurring check is due when it is first shown (R7)
 */
public record Settings(UUID id, UUID unitId, LocalDate validFrom, int intakeMonths, int handOverDay, int quietMonthsBeforeClosing,
        int longTermMonths, int incomeChangePercent, int childMonthDays, Money prisbasbelopp, int completionDays, int communicationDays,
        int postDays, Money housingLevelOne, Money housingLevelMore, int checkWarningDays, Municipality municipality) implements Document {

    /**
     * The settings of a day: those that last began to be valid.
     *
     * @throws NoSettingsForDate when none has begun
     */
    public static Settings at(List<Settings> all, LocalDate day) {
        return all.stream()
                .filter(settings -> !settings.validFrom.isAfter(day))
                .max(Comparator.comparing(Settings::validFrom))
                .orElseThrow(() -> new NoSettingsForDate(day));
    }

    /** The same from another day. */
    public Settings from(UUID nextId, LocalDate day) {
        return new Settings(nextId, unitId, day, intakeMonths, handOverDay, quietMonthsBeforeClosing, longTermMonths, incomeChangePercent,
                childMonthDays, prisbasbelopp, completionDays, communicationDays, postDays, housingLevelOne, housingLevelMore,
                checkWarningDays, municipality);
    }

    /** The same but for the municipality's own facts. */
    public Settings with(Municipality next) {
        return new Settings(id, unitId, validFrom, intakeMonths, handOverDay, quietMonthsBeforeClosing, longTermMonths, incomeChangePercent,
                childMonthDays, prisbasbelopp, completionDays, communicationDays, postDays, housingLevelOne, housingLevelMore,
                checkWarningDays, next);
    }

    /** The reasonable housing cost a month for a household of this size. */
    public Money housingLevel(int people) {
        return housingLevelOne.plus(housingLevelMore.share(Math.max(people - 1, 0), 1));
    }

    @Override
    public @Nullable UUID caseId() {
        return null;
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.SETTINGS;
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
