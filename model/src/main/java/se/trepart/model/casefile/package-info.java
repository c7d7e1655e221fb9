/** A household's running case (ärende): the household, its case file, its journal. */
@NullMarked
package se.trepart.model.casefile;

import org.jspecify.annotations.NullMarked;
