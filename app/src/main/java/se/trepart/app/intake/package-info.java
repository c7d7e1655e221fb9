/** Applications that come in (inkommande ansökningar): read, checked, registered, or set aside with what is wrong. */
@NullMarked
package se.trepart.app.intake;

import org.jspecify.annotations.NullMarked;
