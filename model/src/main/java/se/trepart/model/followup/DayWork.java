package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.letter.Letter;

/** Everything the day list is read from: what lies on this workstation (underlag till Min dag). */
public record DayWork(List<CaseFile> cases, List<Household> households, List<Application> applications, List<CompletionRequest> requests,
        List<Investigation> investigations, List<Decision> decisions, List<Letter> letters, List<ChecklistTemplate> templates,
        List<LeftDraft> drafts, PlanWork planning, Settings settings, DelegationOrder order) {

    /** Something the user typed and left (utkast). */
    public record LeftDraft(UUID caseId, UUID aboutId, CasePlace place, LocalDate savedOn) {}
}
