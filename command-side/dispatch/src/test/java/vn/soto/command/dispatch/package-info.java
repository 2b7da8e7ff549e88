/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.dispatch;

import org.jspecify.annotations.NullMarked;
