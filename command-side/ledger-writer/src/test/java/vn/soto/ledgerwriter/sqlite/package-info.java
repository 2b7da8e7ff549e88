/** Tests of the embedded ledger: rules, crash points, and what a killed process or a damaged file leaves behind. */
@NullMarked
package vn.soto.ledgerwriter.sqlite;

import org.jspecify.annotations.NullMarked;
