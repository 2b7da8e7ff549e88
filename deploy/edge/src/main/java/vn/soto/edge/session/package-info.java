/** Sessions without a store: a signed cookie that is valid as long as the epoch of its account stands. */
@NullMarked
package vn.soto.edge.session;

import org.jspecify.annotations.NullMarked;
