/** The HTTP face of the central store: who calls, how bytes come and go, which answer means what. */
@NullMarked
package se.trepart.central.http;

import org.jspecify.annotations.NullMarked;
