/** Appends to a ledger in MongoDB: the commit number is the compare-and-swap, a lease names the writer. */
@NullMarked
package vn.soto.ledgerwriter.mongo;

import org.jspecify.annotations.NullMarked;
