/** Questions that must be answered now. */
@NullMarked
package se.trepart.app.dialog;

import org.jspecify.annotations.NullMarked;
