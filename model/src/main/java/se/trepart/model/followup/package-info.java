/** What needs doing by a date: the day list, checks that recur, long-term aid. */
@NullMarked
package se.trepart.model.followup;

import org.jspecify.annotations.NullMarked;
