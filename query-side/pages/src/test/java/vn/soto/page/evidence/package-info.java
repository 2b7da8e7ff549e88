/** Tests of the pages of what was recorded. */
@NullMarked
package vn.soto.page.evidence;

import org.jspecify.annotations.NullMarked;
