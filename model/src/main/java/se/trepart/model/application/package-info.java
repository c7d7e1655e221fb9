/** What the applicant asked for (ansökan) and how it was registered. */
@NullMarked
package se.trepart.model.application;

import org.jspecify.annotations.NullMarked;
