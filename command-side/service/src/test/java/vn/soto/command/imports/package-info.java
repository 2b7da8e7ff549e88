/** Tests of files: how they are read, tried out, carried out and sent back. */
@NullMarked
package vn.soto.command.imports;

import org.jspecify.annotations.NullMarked;
