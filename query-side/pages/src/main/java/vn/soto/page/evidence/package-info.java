/** Pages of what was recorded: commits, events, what belongs together, corrections, and who read or was refused. */
@NullMarked
package vn.soto.page.evidence;

import org.jspecify.annotations.NullMarked;
