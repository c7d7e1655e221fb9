/** The hash chain over every effect on a document. */
@NullMarked
package se.trepart.central.audit;

import org.jspecify.annotations.NullMarked;
