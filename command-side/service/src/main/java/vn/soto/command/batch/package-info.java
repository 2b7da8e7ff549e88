/** Many commands in one request, as a phone sends them that was without a connection. */
@NullMarked
package vn.soto.command.batch;

import org.jspecify.annotations.NullMarked;
