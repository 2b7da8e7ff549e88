/** Tests of the settings. */
@NullMarked
package vn.soto.allinone;

import org.jspecify.annotations.NullMarked;
