/** Prepares databases, roles and users for a ledger; the only part that needs administrator rights. */
@NullMarked
package vn.soto.commandnode.prepare;

import org.jspecify.annotations.NullMarked;
