/** Both sides in one process on one port, with an embedded ledger and embedded read models. */
@NullMarked
package vn.soto.allinone;

import org.jspecify.annotations.NullMarked;
