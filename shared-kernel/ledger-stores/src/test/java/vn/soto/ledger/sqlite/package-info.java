/** Tests of the layout, the anchor and the reader; appending is tested beside the writer. */
@NullMarked
package vn.soto.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
