/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.batch;

import org.jspecify.annotations.NullMarked;
