/** The decision of a case (Beslut): item by item, communication, delegation, and the way between who prepares and who decides. */
@NullMarked
package se.trepart.app.decision;

import org.jspecify.annotations.NullMarked;
