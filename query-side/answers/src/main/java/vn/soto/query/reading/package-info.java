/** The rights to read: those of a reader, the places of the things asked about, and the one decision made of both. */
@NullMarked
package vn.soto.query.reading;

import org.jspecify.annotations.NullMarked;
