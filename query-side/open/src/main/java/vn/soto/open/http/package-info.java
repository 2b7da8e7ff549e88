/** The addresses that answer without an account, with places, a cache and a pace of their own. */
@NullMarked
package vn.soto.open.http;

import org.jspecify.annotations.NullMarked;
