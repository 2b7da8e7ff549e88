/** A real issuer of tokens that tests start as a process. */
@NullMarked
package vn.soto.issuer;

import org.jspecify.annotations.NullMarked;
