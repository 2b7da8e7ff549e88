/** The query side in a process of its own: one of several over a ledger it can read and read models it writes. */
@NullMarked
package vn.soto.querynode;

import org.jspecify.annotations.NullMarked;
