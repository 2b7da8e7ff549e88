/** Tests of the verifier, on ledgers written by the product's own pen. */
@NullMarked
package vn.soto.verifier;

import org.jspecify.annotations.NullMarked;
