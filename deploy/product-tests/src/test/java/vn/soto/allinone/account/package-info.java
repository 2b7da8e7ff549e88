/** Accounts for products of tests. */
@NullMarked
package vn.soto.allinone.account;

import org.jspecify.annotations.NullMarked;
