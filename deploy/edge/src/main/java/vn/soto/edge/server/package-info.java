/** The HTTP server: what one client may occupy, what a page of another site may send, and failures without an advice. */
@NullMarked
package vn.soto.edge.server;

import org.jspecify.annotations.NullMarked;
