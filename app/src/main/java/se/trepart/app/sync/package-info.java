/** How the sync stands, in words, and what a person can do about it. */
@NullMarked
package se.trepart.app.sync;

import org.jspecify.annotations.NullMarked;
