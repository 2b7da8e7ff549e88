/** The packaged product as a process, for tests: with the demo's data or without, asked over HTTP by each role. */
@NullMarked
package vn.soto.harness;

import org.jspecify.annotations.NullMarked;
