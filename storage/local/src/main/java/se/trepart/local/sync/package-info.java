/** The client's half of the sync protocol. */
@NullMarked
package se.trepart.local.sync;

import org.jspecify.annotations.NullMarked;
