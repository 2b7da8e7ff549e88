/**
 * The parts shared by tests of several modules: the suite every ledger passes, sample drafts, a clock that is set by
 * hand.
 */
@NullMarked
package vn.soto.testkit;

import org.jspecify.annotations.NullMarked;
