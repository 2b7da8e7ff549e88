/** The pen over an SQLite file: one thread, one connection, one transaction and one sync for all who wait. */
@NullMarked
package vn.soto.ledgerwriter.sqlite;

import org.jspecify.annotations.NullMarked;
