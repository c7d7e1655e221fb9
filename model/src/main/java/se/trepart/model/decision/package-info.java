/** Decisions (beslut): who may make which, on what legal ground, and what follows. */
@NullMarked
package se.trepart.model.decision;

import org.jspecify.annotations.NullMarked;
