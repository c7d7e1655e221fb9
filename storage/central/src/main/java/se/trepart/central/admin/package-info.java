/** What an administrator does: set up, register, fill, check. */
@NullMarked
package se.trepart.central.admin;

import org.jspecify.annotations.NullMarked;
