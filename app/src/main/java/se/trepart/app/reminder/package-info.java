/** Own reminders, and lines of the day that are put off (bevakningar). */
@NullMarked
package se.trepart.app.reminder;

import org.jspecify.annotations.NullMarked;
