/** From what a client sends to a command: one way for every command, made from its record. */
@NullMarked
package vn.soto.command.binding;

import org.jspecify.annotations.NullMarked;
