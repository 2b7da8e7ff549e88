/** The pages in a browser as people use it. */
@NullMarked
package vn.soto.browser;

import org.jspecify.annotations.NullMarked;
