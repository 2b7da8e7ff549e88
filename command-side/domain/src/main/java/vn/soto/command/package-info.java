/** The command side's domain as a whole: what it consists of. */
@NullMarked
package vn.soto.command;

import org.jspecify.annotations.NullMarked;
