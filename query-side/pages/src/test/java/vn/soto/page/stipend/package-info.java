/** Tests of the pages of stipends. */
@NullMarked
package vn.soto.page.stipend;

import org.jspecify.annotations.NullMarked;
