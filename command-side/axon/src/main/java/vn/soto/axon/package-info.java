/**
 * Axon on the ledger: one unit of work becomes one commit, guarded by what was read. AXON.md describes the use of Axon.
 */
@NullMarked
package vn.soto.axon;

import org.jspecify.annotations.NullMarked;
