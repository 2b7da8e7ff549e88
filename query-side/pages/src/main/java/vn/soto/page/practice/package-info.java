/** Pages of good models: described, recommended, taken up, and the figures beside them. */
@NullMarked
package vn.soto.page.practice;

import org.jspecify.annotations.NullMarked;
