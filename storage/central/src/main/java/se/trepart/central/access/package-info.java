/** Who somebody is and what they may hold and change, as of now. */
@NullMarked
package se.trepart.central.access;

import org.jspecify.annotations.NullMarked;
