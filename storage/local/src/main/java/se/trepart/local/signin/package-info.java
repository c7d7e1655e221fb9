/** Who is signed in, and the token the central store asks for. */
@NullMarked
package se.trepart.local.signin;

import org.jspecify.annotations.NullMarked;
