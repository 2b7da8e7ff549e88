/** Texts that are kept beside the ledger for a while, and nowhere else. */
@NullMarked
package vn.soto.ledgerwriter.kept;

import org.jspecify.annotations.NullMarked;
