/** Loads classes and texts ahead of the requests that need them, rehearses a start for the JVM to record, and refuses one. */
@NullMarked
package vn.soto.edge.start;

import org.jspecify.annotations.NullMarked;
