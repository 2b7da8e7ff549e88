/** Tests of the whole query side: seeded ledgers, and invariants between them and the read models. */
@NullMarked
package vn.soto.query;

import org.jspecify.annotations.NullMarked;
