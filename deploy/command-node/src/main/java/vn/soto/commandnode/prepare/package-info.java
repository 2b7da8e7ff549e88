/** Prepares databases, roles and users for a ledger; the one part that works with an administrator's rights. */
@NullMarked
package vn.soto.commandnode.prepare;

import org.jspecify.annotations.NullMarked;
