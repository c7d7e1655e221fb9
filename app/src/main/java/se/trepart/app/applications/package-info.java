/** What has come in: the list, taking in files, writing down what came by letter, mail or word of mouth. */
@NullMarked
package se.trepart.app.applications;

import org.jspecify.annotations.NullMarked;
