/** The layout of a ledger in a MongoDB database, and its reader. */
@NullMarked
package vn.soto.ledger.mongo;

import org.jspecify.annotations.NullMarked;
