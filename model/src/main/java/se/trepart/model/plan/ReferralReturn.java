package se.trepart.model.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import se.trepart.model.plan.ReferralIncomplete.Part;

import org.jspecify.annotations.Nullable;

/**
 * Why a person goes back from the labour-market unit to the caseworker (återremiss). R26
 *
 * @param assessment the consultant's written assessment
 * @param reason why nothing more can be done here now
 * @param evaluation what was tried and what it gave
 * @param talkedThroughOn when it was talked through with the caseworker; null until then
 */
public record ReferralReturn(String assessment, String reason, String evaluation, @Nullable LocalDate talkedThroughOn) {

    /** R26: what is missing before it can be sent. */
    public List<Part> missing() {
        List<Part> missing = new ArrayList<>();
        Referral.addBlank(missing, Part.ASSESSMENT, assessment);
        Referral.addBlank(missing, Part.REASON, reason);
        Referral.addBlank(missing, Part.EVALUATION, evaluation);
        if (talkedThroughOn == null) {
            missing.add(Part.TALKED_THROUGH);
        }
        return missing;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "ReferralReturn";
    }
}
