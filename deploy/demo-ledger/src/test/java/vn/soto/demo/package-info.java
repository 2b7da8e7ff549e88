/** The demo as a first start loads it, beside the script that it follows. */
@NullMarked
package vn.soto.demo;

import org.jspecify.annotations.NullMarked;
