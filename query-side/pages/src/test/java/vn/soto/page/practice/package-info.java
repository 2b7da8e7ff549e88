/** Tests of the pages of good models. */
@NullMarked
package vn.soto.page.practice;

import org.jspecify.annotations.NullMarked;
