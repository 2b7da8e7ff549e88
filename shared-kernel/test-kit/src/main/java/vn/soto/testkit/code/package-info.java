/** Call-graph analysis of bytecode, for documents that are generated from the code. */
@NullMarked
package vn.soto.testkit.code;

import org.jspecify.annotations.NullMarked;
