/** Tests of how a process starts. */
@NullMarked
package vn.soto.edge.start;

import org.jspecify.annotations.NullMarked;
