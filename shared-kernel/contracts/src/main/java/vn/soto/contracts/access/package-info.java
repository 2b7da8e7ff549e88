/** Accounts: the persons they are linked to, the roles granted to them, and the rights that follow on a day. */
@NullMarked
package vn.soto.contracts.access;

import org.jspecify.annotations.NullMarked;
