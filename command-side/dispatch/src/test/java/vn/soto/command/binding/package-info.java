/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.binding;

import org.jspecify.annotations.NullMarked;
