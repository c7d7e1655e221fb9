package se.trepart.model.plan;

import java.util.Collection;

/** How far an adult's way to self-support has come, for lists (läge). */
public enum Standing {
    /** remiss utan svar */
    NEW_REFERRAL,
    /** remissen är antagen men planen saknas */
    WITHOUT_PLAN,
    /** planen pågår */
    RUNNING,
    /** avslutad, avböjd eller återremitterad */
    ENDED;

    /**
     * @param referrals of one adult, at least one that was sent when there is no plan
     * @param plans of that adult
     */
    public static Standing of(Collection<Referral> referrals, Collection<Plan> plans) {
        if (referrals.stream().anyMatch(Referral::unanswered)) {
            return NEW_REFERRAL;
        }
        if (plans.stream().anyMatch(Plan::running)) {
            return RUNNING;
        }
        return referrals.stream().anyMatch(Referral::running) ? WITHOUT_PLAN : ENDED;
    }
}
