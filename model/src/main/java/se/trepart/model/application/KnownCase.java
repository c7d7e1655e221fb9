package se.trepart.model.application;

import java.util.List;

import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;

/** The case that an applicant already has (känt ärende): found by personal number, with its applications. */
public record KnownCase(CaseFile caseFile, Household household, List<Application> applications) {

    public KnownCase {
        applications = List.copyOf(applications);
    }
}
