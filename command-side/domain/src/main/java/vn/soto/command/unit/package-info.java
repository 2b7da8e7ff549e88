/** Establishing administrative and residential units. */
@NullMarked
package vn.soto.command.unit;

import org.jspecify.annotations.NullMarked;
