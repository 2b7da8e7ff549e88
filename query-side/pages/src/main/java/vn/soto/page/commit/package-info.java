/** Pages of what was recorded: commits, events, what belongs together, corrections, and who read or was refused. */
@NullMarked
package vn.soto.page.commit;

import org.jspecify.annotations.NullMarked;
