/** Readiness of a process before its port opens: classes and texts are loaded, so that no request loads them. */
@NullMarked
package vn.soto.edge.start;

import org.jspecify.annotations.NullMarked;
