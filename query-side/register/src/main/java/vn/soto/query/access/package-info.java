/** The rights of accounts: the roles granted to them, the persons they belong to, and the rights of a day. */
@NullMarked
package vn.soto.query.access;

import org.jspecify.annotations.NullMarked;
