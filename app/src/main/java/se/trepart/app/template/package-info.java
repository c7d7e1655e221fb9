/** The municipality's own words in letters (brevmallar och fraser): written, tried, published and read again. */
@NullMarked
package se.trepart.app.template;

import org.jspecify.annotations.NullMarked;
