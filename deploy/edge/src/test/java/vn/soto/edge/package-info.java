/** The edge as a stranger meets it. */
@NullMarked
package vn.soto.edge;

import org.jspecify.annotations.NullMarked;
