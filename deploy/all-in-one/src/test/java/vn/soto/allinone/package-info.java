/** Rules of the house, and the all-in-one seen from inside. */
@NullMarked
package vn.soto.allinone;

import org.jspecify.annotations.NullMarked;
