/** Tests of the repository's rules and of the product as a whole. */
@NullMarked
package vn.soto.allinone;

import org.jspecify.annotations.NullMarked;
