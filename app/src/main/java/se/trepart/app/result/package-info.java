/** Resultat: what the actions led to, for those who follow it up, with charts, lists behind the figures, CSV and PDF. */
@NullMarked
package se.trepart.app.result;

import org.jspecify.annotations.NullMarked;
