/** What a municipality has chosen: dated settings and its own facts. */
@NullMarked
package se.trepart.model.control;

import org.jspecify.annotations.NullMarked;
