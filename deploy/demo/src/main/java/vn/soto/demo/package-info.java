/** The demo province: real units, a generated year. */
@NullMarked
package vn.soto.demo;

import org.jspecify.annotations.NullMarked;
