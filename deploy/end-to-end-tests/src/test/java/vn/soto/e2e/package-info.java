/** Tests of the product from outside: a process, HTTP, a terminal. */
@NullMarked
package vn.soto.e2e;

import org.jspecify.annotations.NullMarked;
