/** Where commits lie in an SQLite file, and how they are read back. */
@NullMarked
package vn.soto.ledger.sqlite;

import org.jspecify.annotations.NullMarked;
