/** Attendance in actions (närvaro): a week of a group, a month of a person, and the month's report to the caseworker. */
@NullMarked
package se.trepart.app.attendance;

import org.jspecify.annotations.NullMarked;
