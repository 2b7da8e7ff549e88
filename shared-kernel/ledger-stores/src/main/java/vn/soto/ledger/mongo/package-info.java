/** A ledger in a MongoDB database: where it lies, and how it is read. */
@NullMarked
package vn.soto.ledger.mongo;

import org.jspecify.annotations.NullMarked;
