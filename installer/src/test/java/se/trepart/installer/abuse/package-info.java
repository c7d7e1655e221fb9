/** What the central store must stand: see the README of the module. */
@NullMarked
package se.trepart.installer.abuse;

import org.jspecify.annotations.NullMarked;
