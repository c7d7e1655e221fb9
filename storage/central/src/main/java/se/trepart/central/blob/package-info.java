/** Attachments, addressed by their content. */
@NullMarked
package se.trepart.central.blob;

import org.jspecify.annotations.NullMarked;
