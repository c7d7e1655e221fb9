/** Letters (brev) to the applicant and what a letter must hold. */
@NullMarked
package se.trepart.model.letter;

import org.jspecify.annotations.NullMarked;
