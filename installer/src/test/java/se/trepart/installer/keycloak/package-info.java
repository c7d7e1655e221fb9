/** Signing in, from the browser to the sync: the same against the demo office's own provider and, with -Pkeycloak, against Keycloak. */
@NullMarked
package se.trepart.installer.keycloak;

import org.jspecify.annotations.NullMarked;
