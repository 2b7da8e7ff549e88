/** Appends to a ledger in MongoDB: the number is the compare-and-swap, a lease names the writer, doubts are settled. */
@NullMarked
package vn.soto.ledgerwriter.mongo;

import org.jspecify.annotations.NullMarked;
