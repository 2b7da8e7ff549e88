/** Tells open pages, as a stream, what the ledger has and what became outdated with it. */
@NullMarked
package vn.soto.query.http.live;

import org.jspecify.annotations.NullMarked;
