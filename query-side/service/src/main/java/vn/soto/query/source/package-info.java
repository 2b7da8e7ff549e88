/** The ledger as a stream of decoded events, commit by commit. */
@NullMarked
package vn.soto.query.source;

import org.jspecify.annotations.NullMarked;
