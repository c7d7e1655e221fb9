/** Conflicts between two people's changes, for a person to settle. */
@NullMarked
package se.trepart.app.conflict;

import org.jspecify.annotations.NullMarked;
