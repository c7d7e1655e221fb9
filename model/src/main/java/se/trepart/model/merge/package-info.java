/** Three-way merge of documents, and the conflicts it leaves to a person. */
@NullMarked
package se.trepart.model.merge;

import org.jspecify.annotations.NullMarked;
