/** Registering households, and who is responsible for them. */
@NullMarked
package vn.soto.command.household;

import org.jspecify.annotations.NullMarked;
