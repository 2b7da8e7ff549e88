/** Tests of the pages. */
@NullMarked
package vn.soto.page;

import org.jspecify.annotations.NullMarked;
