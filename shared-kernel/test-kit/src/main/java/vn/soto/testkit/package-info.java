/** What tests of several modules share: the suite every ledger passes, sample drafts, a clock that is set by hand. */
@NullMarked
package vn.soto.testkit;

import org.jspecify.annotations.NullMarked;
