/** The investigation's place in the case (utredning): checklist, the child's perspective, the long-term review. */
@NullMarked
package se.trepart.app.investigation;

import org.jspecify.annotations.NullMarked;
