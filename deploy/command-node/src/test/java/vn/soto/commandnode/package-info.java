/** Tests of a command node on the emulator. */
@NullMarked
package vn.soto.commandnode;

import org.jspecify.annotations.NullMarked;
