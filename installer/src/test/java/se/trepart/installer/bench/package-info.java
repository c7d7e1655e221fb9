/** Figures, not tests: see the README of the module. */
@NullMarked
package se.trepart.installer.bench;

import org.jspecify.annotations.NullMarked;
