/** The JSON shapes of documents and of the sync protocol. Readers start with {@link se.trepart.wire.Protocol}. */
@NullMarked
package se.trepart.wire;

import org.jspecify.annotations.NullMarked;
