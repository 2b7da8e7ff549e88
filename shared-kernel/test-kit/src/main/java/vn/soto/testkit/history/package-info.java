/** Operations of clients on a ledger and their results, and whether one honest ledger explains them. */
@NullMarked
package vn.soto.testkit.history;

import org.jspecify.annotations.NullMarked;
