/** The calculation of a case (Beräkning): line by line, the system's value beside the caseworker's, each line explaining itself. */
@NullMarked
package se.trepart.app.calculation;

import org.jspecify.annotations.NullMarked;
