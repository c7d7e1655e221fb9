package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who answers for a text of the municipality and how long it stands before it is read again (förvaltning av en text). R35, S10
 *
 * @param ownerFunction the function that owns it (ägarfunktion)
 * @param decidedOn when it was decided (beslutad); null in a draft that nobody has decided on
 * @param reviewOn when it is to be read again (nästa översyn)
 * @param publishedOn the first day it is used; null while it is a draft
 * @param withdrawnOn the first day it is no longer used; null while nobody has withdrawn it
 */
public record Upkeep(String ownerFunction, @Nullable LocalDate decidedOn, @Nullable LocalDate reviewOn, @Nullable LocalDate publishedOn,
        @Nullable LocalDate withdrawnOn) {

    /** Of a text that nobody has published. */
    public static final Upkeep NONE = new Upkeep("", null, null, null, null);

    /** How far a text has come. */
    public enum State {
        /** utkast */
        DRAFT,
        /** publicerad */
        PUBLISHED,
        /** tillbakadragen */
        WITHDRAWN
    }

    /** What is missing or wrong before the text can be published. */
    public enum Fault {
        /** nobody answers for it */
        NO_OWNER,
        /** nobody has decided on it */
        NOT_DECIDED,
        /** decided on a day that has not come */
        DECIDED_LATER,
        /** no day for the next review */
        NO_REVIEW,
        /** the next review is today or has been */
        REVIEW_PAST
    }

    public State state() {
        if (withdrawnOn != null) {
            return State.WITHDRAWN;
        }
        return publishedOn == null ? State.DRAFT : State.PUBLISHED;
    }

    /** R35: whether its review has come. A draft and what is withdrawn are read by nobody. */
    public boolean reviewDue(LocalDate today) {
        return state() == State.PUBLISHED && reviewOn != null && !today.isBefore(reviewOn);
    }

    /** What stands in the way of publishing it on a day; empty for nothing. */
    public List<Fault> faults(LocalDate on) {
        List<Fault> faults = new ArrayList<>();
        if (ownerFunction.isBlank()) {
            faults.add(Fault.NO_OWNER);
        }
        if (decidedOn == null) {
            faults.add(Fault.NOT_DECIDED);
        } else if (decidedOn.isAfter(on)) {
            faults.add(Fault.DECIDED_LATER);
        }
        if (reviewOn == null) {
            faults.add(Fault.NO_REVIEW);
        } else if (!reviewOn.isAfter(on)) {
            faults.add(Fault.REVIEW_PAST);
        }
        return faults;
    }

    /** Whether it was published on the day or before. */
    boolean published(LocalDate day) {
        return publishedOn != null && !publishedOn.isAfter(day);
    }

    /** Whether it is used on a day, when nothing newer takes its place. */
    boolean stands(LocalDate day) {
        return published(day) && (withdrawnOn == null || withdrawnOn.isAfter(day));
    }

    /** Who owns it, and no more: the next version is decided on anew. */
    Upkeep anew() {
        return new Upkeep(ownerFunction, null, null, null, null);
    }

    /** What is published is never changed: a new version is written. @throws IllegalStateException unless it is a draft */
    void requireDraft() {
        if (state() != State.DRAFT) {
            throw new IllegalStateException("published");
        }
    }

    /** @throws IllegalStateException unless it is a draft */
    Upkeep keptBy(String owner, @Nullable LocalDate decided, @Nullable LocalDate review) {
        requireDraft();
        return new Upkeep(owner, decided, review, null, null);
    }

    /** @throws IllegalStateException when something stands in the way, or it is no draft */
    Upkeep publish(LocalDate on) {
        if (state() != State.DRAFT || !faults(on).isEmpty()) {
            throw new IllegalStateException("not to be published: " + state() + " " + faults(on));
        }
        return new Upkeep(ownerFunction, decidedOn, reviewOn, on, null);
    }

    /** @throws IllegalStateException unless it is published */
    Upkeep withdraw(LocalDate on) {
        if (state() != State.PUBLISHED) {
            throw new IllegalStateException("not published");
        }
        return new Upkeep(ownerFunction, decidedOn, reviewOn, publishedOn, on);
    }

    /** R35: it was read again and stands; who reads it says when next. @throws IllegalStateException unless it is published */
    Upkeep reviewed(LocalDate next) {
        if (state() != State.PUBLISHED) {
            throw new IllegalStateException("not published");
        }
        return new Upkeep(ownerFunction, decidedOn, next, publishedOn, null);
    }
}
