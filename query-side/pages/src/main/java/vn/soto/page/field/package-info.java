/** The page of the field, which a phone keeps. */
@NullMarked
package vn.soto.page.field;

import org.jspecify.annotations.NullMarked;
