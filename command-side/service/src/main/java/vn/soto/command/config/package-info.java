/** Wiring of the command side. */
@NullMarked
package vn.soto.command.config;

import org.jspecify.annotations.NullMarked;
