/** Fixtures of the query side's tests: seeded ledgers, the whole side over an embedded store, scenarios of single read models. */
@NullMarked
package vn.soto.query.testing;

import org.jspecify.annotations.NullMarked;
