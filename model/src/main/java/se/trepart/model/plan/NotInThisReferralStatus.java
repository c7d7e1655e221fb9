package se.trepart.model.plan;

import se.trepart.model.plan.Referral.Status;

/** What was tried belongs to another status of the referral, such as accepting one that is being written. */
public final class NotInThisReferralStatus extends IllegalStateException {

    private final Status status;

    public NotInThisReferralStatus(Status status) {
        super("not possible while the referral is " + status);
        this.status = status;
    }

    public Status status() {
        return status;
    }
}
