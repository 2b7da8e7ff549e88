/** Tests of the ledger's format: vectors computed elsewhere, single changes, planted mutants. */
@NullMarked
package vn.soto.ledger;

import org.jspecify.annotations.NullMarked;
