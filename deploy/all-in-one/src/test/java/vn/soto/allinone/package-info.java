/** Tests of the repository's rules and of the all-in-one's parts. */
@NullMarked
package vn.soto.allinone;

import org.jspecify.annotations.NullMarked;
