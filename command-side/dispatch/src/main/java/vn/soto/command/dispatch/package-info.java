/** Submits commands of authenticated persons: recognises repeats, retries after conflicts, names refusals. */
@NullMarked
package vn.soto.command.dispatch;

import org.jspecify.annotations.NullMarked;
