/** What workstations hold compared with what the store has, and single documents to heal a difference. */
@NullMarked
package se.trepart.central.inventory;

import org.jspecify.annotations.NullMarked;
