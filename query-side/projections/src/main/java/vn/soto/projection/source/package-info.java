/** The ledger as a stream of decoded events, commit by commit. */
@NullMarked
package vn.soto.projection.source;

import org.jspecify.annotations.NullMarked;
