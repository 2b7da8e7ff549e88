/** Answers about events that nobody has recorded: documents and a ledger as they would be, over those that are. */
@NullMarked
package vn.soto.projection.supposed;

import org.jspecify.annotations.NullMarked;
