/** Personal data in texts that no side may keep in clear: one rule for the ledger and the registers. */
@NullMarked
package vn.soto.contracts.text;

import org.jspecify.annotations.NullMarked;
