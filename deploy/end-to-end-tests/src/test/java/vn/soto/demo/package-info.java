/** The demo as the packaged product loads it, beside the script that it follows. */
@NullMarked
package vn.soto.demo;

import org.jspecify.annotations.NullMarked;
