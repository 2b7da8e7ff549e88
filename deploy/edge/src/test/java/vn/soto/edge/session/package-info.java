/** Tests of sessions. */
@NullMarked
package vn.soto.edge.session;

import org.jspecify.annotations.NullMarked;
