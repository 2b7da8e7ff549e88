/** Tests of the ledger in memory. */
@NullMarked
package vn.soto.ledgerwriter.memory;

import org.jspecify.annotations.NullMarked;
