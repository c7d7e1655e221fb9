/** People: who they are, how their identity is protected. */
@NullMarked
package se.trepart.model.person;

import org.jspecify.annotations.NullMarked;
