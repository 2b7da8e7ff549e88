/** The page that says how the product is. */
@NullMarked
package vn.soto.page.status;

import org.jspecify.annotations.NullMarked;
