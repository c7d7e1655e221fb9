/** The way in: signing in, the lock when nobody is there, and signing out. */
@NullMarked
package se.trepart.app.signin;

import org.jspecify.annotations.NullMarked;
