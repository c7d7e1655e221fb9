package se.trepart.installer.demo;

import java.time.ZoneId;
import java.util.UUID;

import se.trepart.local.cache.DocumentStore;
import se.trepart.local.cache.Intent;
import se.trepart.local.cache.ListFilter;
import se.trepart.model.access.Actor;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionBasis;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.DecisionStep;
import se.trepart.model.decision.Decisions;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.norm.Calculation;

/** What the decider's screen does when a sent decision is approved: the decision, its application and its locked calculation in one. */
public record Approval(Decision before, DecisionStep step, Intent intent) {

    public static Approval of(DocumentStore documents, UUID caseId, Staff decider, UUID handOverId) {
        Decision sent = documents.inCase(Decision.class, caseId)
                .stream()
                .filter(decision -> decision.status() == DecisionStatus.SENT)
                .findFirst()
                .orElseThrow();
        Application application = documents.find(Application.class, sent.applicationId()).orElseThrow();
        Calculation calculation = documents.find(Calculation.class, sent.calculationId()).orElseThrow();
        Investigation investigation = documents.inCase(Investigation.class, caseId)
                .stream()
                .filter(one -> one.applicationId().equals(application.id()))
                .findFirst()
                .orElseThrow();
        DecisionBasis basis = new DecisionBasis(application, documents.inCase(Household.class, caseId).getFirst(), investigation,
                calculation, Settings.at(documents.list(Settings.class, ListFilter.ALL), TestOffice.TODAY), DelegationOrder.shipped(),
                false);
        Actor actor = new Actor(decider, decider.roles().getFirst(),
                TestOffice.TODAY.atTime(11, 0).atZone(ZoneId.of("Europe/Stockholm")).toInstant(), TestOffice.TODAY);
        DecisionStep step = Decisions.approve(sent, basis, actor, handOverId);
        return new Approval(sent, step,
                Intent.change(sent, step.decision())
                        .andChange(application, step.application())
                        .andChange(calculation, step.locked().orElseThrow()));
    }
}
