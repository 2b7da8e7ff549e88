/** What tests of the verifier read past the check of commits. */
@NullMarked
package vn.soto.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
