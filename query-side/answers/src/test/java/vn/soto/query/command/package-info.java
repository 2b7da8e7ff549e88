/** Tests of the description of commands. */
@NullMarked
package vn.soto.query.command;

import org.jspecify.annotations.NullMarked;
