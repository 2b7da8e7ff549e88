/** Tests of the edge over HTTP, as an unknown client. */
@NullMarked
package vn.soto.edge;

import org.jspecify.annotations.NullMarked;
