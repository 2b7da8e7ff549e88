/** Answers counted again from the stored events by the simplest way there is, without the code that makes the answers. */
@NullMarked
package vn.soto.allinone.recount;

import org.jspecify.annotations.NullMarked;
