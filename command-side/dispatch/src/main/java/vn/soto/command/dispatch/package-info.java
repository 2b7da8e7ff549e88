/** The command desk: takes a command from an authenticated person, answers repeats, retries races, names refusals. */
@NullMarked
package vn.soto.command.dispatch;

import org.jspecify.annotations.NullMarked;
