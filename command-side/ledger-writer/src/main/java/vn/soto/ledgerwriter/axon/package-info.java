/** Axon on the ledger: one unit of work becomes one commit, what was read guards it. AXON.md says how Axon is used. */
@NullMarked
package vn.soto.ledgerwriter.axon;

import org.jspecify.annotations.NullMarked;
