/** What the actions led to, counted (uppföljning av resultat). Rule R28. */
@NullMarked
package se.trepart.model.result;

import org.jspecify.annotations.NullMarked;
