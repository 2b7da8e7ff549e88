/** Loads classes and texts ahead of the requests that need them, and rehearses a start for the JVM to record. */
@NullMarked
package vn.soto.edge.start;

import org.jspecify.annotations.NullMarked;
