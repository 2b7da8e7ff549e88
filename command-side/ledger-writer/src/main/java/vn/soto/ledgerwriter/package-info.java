/** Appends to ledgers: sequencing, group commit, listeners. No other module appends. */
@NullMarked
package vn.soto.ledgerwriter;

import org.jspecify.annotations.NullMarked;
