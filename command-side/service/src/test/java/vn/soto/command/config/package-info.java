/** Tests of the package of the same name. */
@NullMarked
package vn.soto.command.config;

import org.jspecify.annotations.NullMarked;
