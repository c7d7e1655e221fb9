package se.trepart.app.shell;

import java.text.CollationKey;
import java.time.LocalDate;
import java.util.UUID;

import se.trepart.model.casefile.Phase;

import org.jspecify.annotations.Nullable;

/**
 * A case as lists show it (ärenderad), made ready once.
 *
 * @param who the applicant's name, last name first
 * @param order where the name stands in Swedish order
 */
public record CaseEntry(UUID caseId, UUID unitId, String number, String who, CollationKey order, Phase phase, LocalDate phaseSince,
        @Nullable UUID responsible) {}
