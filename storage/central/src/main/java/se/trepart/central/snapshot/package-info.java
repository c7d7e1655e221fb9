/** Prebuilt, compressed copies of whole units for a workstation's first fetch. */
@NullMarked
package se.trepart.central.snapshot;

import org.jspecify.annotations.NullMarked;
