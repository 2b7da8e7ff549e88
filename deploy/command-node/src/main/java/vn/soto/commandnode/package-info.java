/** The command side as a process of its own: one of several on a ledger in MongoDB, of which one writes. */
@NullMarked
package vn.soto.commandnode;

import org.jspecify.annotations.NullMarked;
