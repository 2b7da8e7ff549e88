/** The demo province: real units, and two invented quarters of activity in one district, the same at every load. */
@NullMarked
package vn.soto.demo;

import org.jspecify.annotations.NullMarked;
