/** Tests of the HTTP server's limits, over raw sockets and in virtual time. */
@NullMarked
package vn.soto.edge.server;

import org.jspecify.annotations.NullMarked;
