/** What clients did to a ledger and saw of it, and whether one honest ledger explains it. */
@NullMarked
package vn.soto.testkit.history;

import org.jspecify.annotations.NullMarked;
