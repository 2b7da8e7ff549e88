/** The key store in one SQLite file: its layout, and how it is read. */
@NullMarked
package vn.soto.privacy.sqlite;

import org.jspecify.annotations.NullMarked;
