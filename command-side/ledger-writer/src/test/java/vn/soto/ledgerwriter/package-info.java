/** Tests of the rules every store appends by. */
@NullMarked
package vn.soto.ledgerwriter;

import org.jspecify.annotations.NullMarked;
