/** The ledger as tests of the verifier read it, past the check of commits. */
@NullMarked
package vn.soto.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
