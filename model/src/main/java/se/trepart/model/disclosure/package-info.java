/** Which of a case's documents go out when somebody asks for the file (utlämnande av handlingar). */
@NullMarked
package se.trepart.model.disclosure;

import org.jspecify.annotations.NullMarked;
