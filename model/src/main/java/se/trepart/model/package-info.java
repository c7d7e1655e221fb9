/** What every part of the domain stands on: documents, their types and money. */
@NullMarked
package se.trepart.model;

import org.jspecify.annotations.NullMarked;
