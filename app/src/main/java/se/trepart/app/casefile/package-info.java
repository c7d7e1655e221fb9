/** The case (ärende): its head, its steps, what to do in it, the application and the journal. */
@NullMarked
package se.trepart.app.casefile;

import org.jspecify.annotations.NullMarked;
