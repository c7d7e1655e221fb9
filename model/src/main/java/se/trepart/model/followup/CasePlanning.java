package se.trepart.model.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import se.trepart.model.Document;
import se.trepart.model.application.Application;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.PlanningSettings;
import se.trepart.model.decision.Decision;
import se.trepart.model.plan.ReferralClock;

/** The way to self-support as the caseworker of one case sees it (planeringen i ett ärende): what is to be done, and how long it has waited. */
public final class CasePlanning {

    private final List<DayItem> toDo = new ArrayList<>();
    private final List<Snooze> snoozes;
    private final ReferralRules referrals;
    private final LocalDate today;

    /** @param documents of the case, of any type */
    public CasePlanning(CaseFile file, Household household, Collection<? extends Document> documents, PlanningSettings settings,
            LocalDate today) {
        this.today = today;
        PlanWork work = PlanWork.of(documents, settings);
        snoozes = work.snoozes();
        String subject = household.applicant().person().listName();
        PlanRules.Finder finder = (kind, of, memberId, aboutId, place, since, dueOn, rule) -> toDo
                .add(new DayItem(kind, of.id(), memberId, aboutId, place, subject, since, dueOn, rule));
        PlanWork.OfCases all = new PlanWork.OfCases(work);
        new PlanRules(file, all, today, finder).forCaseworker();
        referrals = new ReferralRules(file, PlanWork.of(documents, Application.class), PlanWork.of(documents, Decision.class), all, today,
                finder);
        referrals.find(household);
    }

    /** What the caseworker is to do, the most urgent first; what is put off is left out until its day. */
    public List<DayItem> toDo() {
        return toDo.stream()
                .filter(item -> snoozes.stream().noneMatch(snooze -> snooze.hides(item, Side.AID, today)))
                .sorted(Comparator.comparing((DayItem item) -> !item.overdue(today)).thenComparing(DayItem::kind))
                .toList();
    }

    /** R22: how long the case has gone without a referral; empty while one is under way, or without aid. */
    public Optional<ReferralClock> clock() {
        return referrals.clock();
    }

    /** R20: the last day to book the early planning meeting. */
    public LocalDate earlyMeetingBy() {
        return referrals.earlyMeetingBy();
    }

    /** R20: whether the adult is among those who come first. */
    public boolean firstInLine(Adult adult) {
        return referrals.firstInLine(adult);
    }
}
