/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.entry;

import org.jspecify.annotations.NullMarked;
