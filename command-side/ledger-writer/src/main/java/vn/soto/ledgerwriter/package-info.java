/** The pen of the ledger: the only code that appends. */
@NullMarked
package vn.soto.ledgerwriter;

import org.jspecify.annotations.NullMarked;
