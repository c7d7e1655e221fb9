/** The step Planering of a case: the caseworker's side of the way to self-support. */
@NullMarked
package se.trepart.app.planning;

import org.jspecify.annotations.NullMarked;
