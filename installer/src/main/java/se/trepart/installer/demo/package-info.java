/**
 * The demo office: a municipality on one machine, with a real PostgreSQL, the central store and the client. Readers start with
 * {@link se.trepart.installer.demo.DemoOffice}.
 */
@NullMarked
package se.trepart.installer.demo;

import org.jspecify.annotations.NullMarked;
