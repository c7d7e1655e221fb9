/** The consultant's side: participants, referrals, plans, time-limited actions and what comes of them. */
@NullMarked
package se.trepart.app.plan;

import org.jspecify.annotations.NullMarked;
