/** The demo as readers see it. */
@NullMarked
package vn.soto.demo;

import org.jspecify.annotations.NullMarked;
