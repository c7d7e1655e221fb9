/** Every text on the screens, and how amounts, dates and names are written. */
@NullMarked
package se.trepart.app.text;

import org.jspecify.annotations.NullMarked;
