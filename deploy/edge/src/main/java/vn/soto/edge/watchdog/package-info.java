/** The watchdog, which ends a process that answers nothing any more, so that it is started again. */
@NullMarked
package vn.soto.edge.watchdog;

import org.jspecify.annotations.NullMarked;
