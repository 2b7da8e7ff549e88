/** The services help could be about on a day. */
@NullMarked
package vn.soto.query.catalogue;

import org.jspecify.annotations.NullMarked;
