/** The pages of an account: whose it is, what it may do, and how it signs in. */
@NullMarked
package vn.soto.page.account;

import org.jspecify.annotations.NullMarked;
