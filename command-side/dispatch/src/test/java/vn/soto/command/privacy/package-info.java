/** Tests of sealing, and of erasure with a crash at each step. */
@NullMarked
package vn.soto.command.privacy;

import org.jspecify.annotations.NullMarked;
