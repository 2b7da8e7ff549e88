/** The ledger in an SQLite file: one writing thread, one connection, one transaction and one sync per group. */
@NullMarked
package vn.soto.ledgerwriter.sqlite;

import org.jspecify.annotations.NullMarked;
