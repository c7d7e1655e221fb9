/** What JDBI lacks for this store. */
@NullMarked
package se.trepart.local.sql;

import org.jspecify.annotations.NullMarked;
