/** A case's file taken out for somebody who asks for it (utlämnande av handlingar). */
@NullMarked
package se.trepart.app.disclosure;

import org.jspecify.annotations.NullMarked;
