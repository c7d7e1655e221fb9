/** Changes not yet acknowledged by the central store. */
@NullMarked
package se.trepart.local.outbox;

import org.jspecify.annotations.NullMarked;
