/** What every key store keeps, and what none of its files does. */
@NullMarked
package vn.soto.ledgerwriter.privacy;

import org.jspecify.annotations.NullMarked;
