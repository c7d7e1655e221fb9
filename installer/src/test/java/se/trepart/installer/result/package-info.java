/** Results on the workstation and in the central store. */
@NullMarked
package se.trepart.installer.result;

import org.jspecify.annotations.NullMarked;
