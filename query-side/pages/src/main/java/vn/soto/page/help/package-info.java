/** Plain pages of help, which anybody may read. */
@NullMarked
package vn.soto.page.help;

import org.jspecify.annotations.NullMarked;
