/** Binds requests of clients to commands; the binder of each command is derived from its record. */
@NullMarked
package vn.soto.command.binding;

import org.jspecify.annotations.NullMarked;
