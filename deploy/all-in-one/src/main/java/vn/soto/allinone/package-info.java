/** Both sides in one process, with embedded stores. */
@NullMarked
package vn.soto.allinone;

import org.jspecify.annotations.NullMarked;
