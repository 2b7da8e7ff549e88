/** One endpoint per feature; each command answers 201 with its commit, or an RFC 9457 problem. */
@NullMarked
package vn.soto.command.http;

import org.jspecify.annotations.NullMarked;
