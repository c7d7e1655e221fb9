/** Search over names, personal numbers and case numbers; nothing else is searchable (R32). */
@NullMarked
package se.trepart.local.search;

import org.jspecify.annotations.NullMarked;
