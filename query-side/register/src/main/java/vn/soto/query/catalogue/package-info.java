/** The catalogue of services on a day. */
@NullMarked
package vn.soto.query.catalogue;

import org.jspecify.annotations.NullMarked;
