/** The timeline of a person's actions (tidslinje), for every screen that shows one. */
@NullMarked
package se.trepart.app.timeline;

import org.jspecify.annotations.NullMarked;
