/** The central store (centralt lager): documents in PostgreSQL, synchronised over HTTPS. Readers start with {@link se.trepart.central.CentralServer}. */
@NullMarked
package se.trepart.central;

import org.jspecify.annotations.NullMarked;
