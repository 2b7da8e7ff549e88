/** The rights of an account, and the reasons why it may or may not do something. */
@NullMarked
package vn.soto.query.me;

import org.jspecify.annotations.NullMarked;
