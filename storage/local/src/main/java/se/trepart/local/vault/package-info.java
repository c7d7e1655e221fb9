/** Keys: made once, kept by the operating system or under a passphrase. */
@NullMarked
package se.trepart.local.vault;

import org.jspecify.annotations.NullMarked;
