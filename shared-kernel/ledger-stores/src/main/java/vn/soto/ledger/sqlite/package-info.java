/** The layout of a ledger in an SQLite file, and its reader. */
@NullMarked
package vn.soto.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
