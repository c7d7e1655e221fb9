/** Tripartite meetings: called, held, agreed (trepartsmöte). Rule R25. */
@NullMarked
package se.trepart.model.meeting;

import org.jspecify.annotations.NullMarked;
