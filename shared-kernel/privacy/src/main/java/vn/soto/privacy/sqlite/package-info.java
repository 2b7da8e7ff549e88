/** The layout of a key store in one SQLite file, and its reader. */
@NullMarked
package vn.soto.privacy.sqlite;

import org.jspecify.annotations.NullMarked;
