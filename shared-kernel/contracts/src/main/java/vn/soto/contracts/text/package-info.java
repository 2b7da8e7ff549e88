/** What a text says about persons that no side may keep in clear: the same for what is sent to the ledger and to the registers. */
@NullMarked
package vn.soto.contracts.text;

import org.jspecify.annotations.NullMarked;
