/** Commands over HTTP: each has its resource, and all come in batches; one answers 201 with its commit, or an RFC 9457 problem. */
@NullMarked
package vn.soto.command.http;

import org.jspecify.annotations.NullMarked;
