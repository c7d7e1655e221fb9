package se.trepart.installer.demo;

import se.trepart.model.plan.Outcome;

import org.jspecify.annotations.Nullable;

/** How an action of the demo office stands today (insatsens läge). */
enum DemoFate {
    CONTINUES(Outcome.CONTINUES),
    EMPLOYMENT(Outcome.EMPLOYMENT),
    SUPPORTED_EMPLOYMENT(Outcome.SUPPORTED_EMPLOYMENT),
    STUDIES(Outcome.STUDIES),
    OTHER_AUTHORITY(Outcome.OTHER_AUTHORITY),
    MOVED(Outcome.MOVED),
    OTHER(Outcome.OTHER),
    /** goes on for more than a month */
    ONGOING(null),
    /** its end was moved once */
    EXTENDED(null),
    /** ends within a month */
    ENDING(null),
    /** its last day has come */
    DUE(null),
    /** begins in some weeks */
    PLANNED(null),
    /** the consultant has asked the caseworker for more time */
    PROPOSED(null),
    /** the consultant has asked for more time than may be given without the team lead */
    ASKS_TEAM_LEAD(null);

    /** null while it has not ended */
    final @Nullable Outcome outcome;

    DemoFate(@Nullable Outcome outcome) {
        this.outcome = outcome;
    }
}
