/** Progress and dead letters of the projections, stored with the read models and shared by all query processes. */
@NullMarked
package vn.soto.projection.progress;

import org.jspecify.annotations.NullMarked;
