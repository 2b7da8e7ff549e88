/** Tests of the watchdog: when it ends a process, and when it must not. */
@NullMarked
package vn.soto.edge.watchdog;

import org.jspecify.annotations.NullMarked;
