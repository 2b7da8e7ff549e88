/** Tests of what is looked for in texts; they need the seeds of the test kit, which knows the contracts. */
@NullMarked
package vn.soto.contracts.text;

import org.jspecify.annotations.NullMarked;
