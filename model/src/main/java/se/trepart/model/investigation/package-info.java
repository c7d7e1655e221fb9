/** The investigation (utredning): checklist, assessments, the child's perspective. */
@NullMarked
package se.trepart.model.investigation;

import org.jspecify.annotations.NullMarked;
