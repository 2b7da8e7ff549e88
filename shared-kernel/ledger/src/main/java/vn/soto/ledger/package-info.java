/** The ledger's format and its ports: commits, leaf encoding, hash chain, reading and appending; pure, no storage. */
@NullMarked
package vn.soto.ledger;

import org.jspecify.annotations.NullMarked;
