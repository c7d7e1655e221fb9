/** The store of one workstation. */
@NullMarked
package se.trepart.local;

import org.jspecify.annotations.NullMarked;
