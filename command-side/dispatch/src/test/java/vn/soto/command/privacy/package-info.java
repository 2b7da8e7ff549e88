/** Sealing at the entry, and erasure through every crash. */
@NullMarked
package vn.soto.command.privacy;

import org.jspecify.annotations.NullMarked;
