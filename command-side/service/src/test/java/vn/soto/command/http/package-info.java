/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.http;

import org.jspecify.annotations.NullMarked;
