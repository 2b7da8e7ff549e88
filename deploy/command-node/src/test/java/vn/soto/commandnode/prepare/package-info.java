/** Tests of the preparation commands and of refused preparations. */
@NullMarked
package vn.soto.commandnode.prepare;

import org.jspecify.annotations.NullMarked;
