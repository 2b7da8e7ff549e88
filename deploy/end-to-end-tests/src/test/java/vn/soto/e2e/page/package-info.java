/** The requirements for every page, seen without a browser. */
@NullMarked
package vn.soto.e2e.page;

import org.jspecify.annotations.NullMarked;
