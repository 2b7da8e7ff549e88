/** Tests of the register of reads: one contract, and what each store adds. */
@NullMarked
package vn.soto.privacy.reads;

import org.jspecify.annotations.NullMarked;
