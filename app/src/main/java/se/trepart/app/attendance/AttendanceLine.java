package se.trepart.app.attendance;

import java.text.CollationKey;
import java.time.LocalDate;

import se.trepart.model.plan.Action;
import se.trepart.model.plan.Attendance;

/**
 * One person's week in one action as it was read (närvarorad).
 *
 * @param monday the day the week begins
 * @param marked nothing marked when nobody has
 * @param who the person's name, last name first
 * @param order where the name stands in Swedish order
 */
public record AttendanceLine(Action action, LocalDate monday, Attendance marked, String who, CollationKey order) {}
