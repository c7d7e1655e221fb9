/** The encrypted cache: documents, drafts, set-aside files. */
@NullMarked
package se.trepart.local.cache;

import org.jspecify.annotations.NullMarked;
