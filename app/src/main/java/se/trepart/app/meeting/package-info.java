/** Tripartite meetings: called, held around one screen, agreed, printed (trepartsmöten). Rule R25. */
@NullMarked
package se.trepart.app.meeting;

import org.jspecify.annotations.NullMarked;
