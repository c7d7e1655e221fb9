/** The way from aid to self-support (planering): referral, plan, time-limited actions, attendance. Rules R20–R28. */
@NullMarked
package se.trepart.model.plan;

import org.jspecify.annotations.NullMarked;
