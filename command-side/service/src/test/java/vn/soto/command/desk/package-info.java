/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.desk;

import org.jspecify.annotations.NullMarked;
