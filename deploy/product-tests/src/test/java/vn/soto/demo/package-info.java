/** What readers see of the demo. */
@NullMarked
package vn.soto.demo;

import org.jspecify.annotations.NullMarked;
