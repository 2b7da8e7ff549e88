/** Tests of local accounts. */
@NullMarked
package vn.soto.allinone.account;

import org.jspecify.annotations.NullMarked;
