/** Seeded ledgers, a read side over an embedded store, and what must hold between the two. */
@NullMarked
package vn.soto.query;

import org.jspecify.annotations.NullMarked;
