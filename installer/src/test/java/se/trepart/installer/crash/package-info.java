/** What dies, and what must be there afterwards. */
@NullMarked
package se.trepart.installer.crash;

import org.jspecify.annotations.NullMarked;
