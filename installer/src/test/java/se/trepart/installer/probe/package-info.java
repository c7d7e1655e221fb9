/** Ways to the central store that no honest workstation uses: bytes as they are, many connections, one connection for long. */
@NullMarked
package se.trepart.installer.probe;

import org.jspecify.annotations.NullMarked;
