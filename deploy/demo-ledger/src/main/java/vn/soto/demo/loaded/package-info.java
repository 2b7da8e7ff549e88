/** The demo's ledger and keys in a folder, for tests of whatever reads them. */
@NullMarked
package vn.soto.demo.loaded;

import org.jspecify.annotations.NullMarked;
