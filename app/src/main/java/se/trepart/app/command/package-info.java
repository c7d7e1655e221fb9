/** The command line (kommandoraden): what administrators, scripts and checks use. Knows no window. */
@NullMarked
package se.trepart.app.command;

import org.jspecify.annotations.NullMarked;
