/** Who may read what: the rights of a reader, the places of what is asked about, and the one decision made of both. */
@NullMarked
package vn.soto.query.reading;

import org.jspecify.annotations.NullMarked;
