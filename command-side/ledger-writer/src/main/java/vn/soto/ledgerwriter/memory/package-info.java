/** The ledger and the key store in memory, for tests: every rule, no durability. */
@NullMarked
package vn.soto.ledgerwriter.memory;

import org.jspecify.annotations.NullMarked;
