/** The day's letters on paper (utskrifter): printed in the order of the envelopes, with a record of each. */
@NullMarked
package se.trepart.app.print;

import org.jspecify.annotations.NullMarked;
