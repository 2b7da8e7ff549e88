/** Tests of files: how they are read, tried out, carried out and sent back. */
@NullMarked
package vn.soto.plans.imports;

import org.jspecify.annotations.NullMarked;
