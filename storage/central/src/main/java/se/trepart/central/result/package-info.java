/** Results counted by the database. */
@NullMarked
package se.trepart.central.result;

import org.jspecify.annotations.NullMarked;
