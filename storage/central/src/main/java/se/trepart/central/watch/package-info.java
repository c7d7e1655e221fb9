/** How the service is doing: health, figures, and what it does by the clock. */
@NullMarked
package se.trepart.central.watch;

import org.jspecify.annotations.NullMarked;
