/** The product as its users meet it: a process, HTTP, a terminal. */
@NullMarked
package vn.soto.e2e;

import org.jspecify.annotations.NullMarked;
