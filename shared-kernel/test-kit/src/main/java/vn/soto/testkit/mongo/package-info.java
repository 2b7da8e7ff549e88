/** Servers of MongoDB's protocol for tests: an emulator, a real one when there is one, and the faults between. */
@NullMarked
package vn.soto.testkit.mongo;

import org.jspecify.annotations.NullMarked;
