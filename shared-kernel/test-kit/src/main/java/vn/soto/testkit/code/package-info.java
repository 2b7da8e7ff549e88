/** What bytecode says about a program, for documents that must not lag behind it. */
@NullMarked
package vn.soto.testkit.code;

import org.jspecify.annotations.NullMarked;
