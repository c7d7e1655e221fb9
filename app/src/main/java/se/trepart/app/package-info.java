/** The desktop client (klienten), put together. */
@NullMarked
package se.trepart.app;

import org.jspecify.annotations.NullMarked;
