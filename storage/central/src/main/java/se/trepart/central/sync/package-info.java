/** How changes come in, are brought together and go out again. Readers start with {@link se.trepart.central.sync.SyncService}. */
@NullMarked
package se.trepart.central.sync;

import org.jspecify.annotations.NullMarked;
