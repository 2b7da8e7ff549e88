/** What an account may do, and why it may or may not. */
@NullMarked
package vn.soto.query.me;

import org.jspecify.annotations.NullMarked;
