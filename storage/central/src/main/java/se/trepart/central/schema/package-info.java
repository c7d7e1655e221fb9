/** The database's shape, role by role. */
@NullMarked
package se.trepart.central.schema;

import org.jspecify.annotations.NullMarked;
