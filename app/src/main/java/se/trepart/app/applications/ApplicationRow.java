package se.trepart.app.applications;

import java.text.CollationKey;
import java.util.UUID;

import se.trepart.model.followup.CasePlace;

import org.jspecify.annotations.Nullable;

/**
 * An application as the list shows it (ansökningsrad), every cell ready.
 *
 * @param responsibleId for the filter
 * @param opensAt where in the case its work stands
 */
public record ApplicationRow(UUID id, UUID caseId, CasePlace opensAt, String who, CollationKey order, String month, String kind,
        String received, String status, String unit, String responsible, @Nullable UUID responsibleId) {}
