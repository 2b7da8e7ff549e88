/** Assembles the command side from a ledger; Spring only wires what is built here. */
@NullMarked
package vn.soto.command.config;

import org.jspecify.annotations.NullMarked;
