/** The whole sync in one thread: real workstations and the real service over a store in memory, with faults, by seed. */
@NullMarked
package se.trepart.installer.sim;

import org.jspecify.annotations.NullMarked;
