/** Checks, backs up and restores a ledger without the product running. */
@NullMarked
package vn.soto.verifier;

import org.jspecify.annotations.NullMarked;
