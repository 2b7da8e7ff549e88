/** How far the projections have come and what they set aside, kept with the read models and shared by all query processes. */
@NullMarked
package vn.soto.projection.progress;

import org.jspecify.annotations.NullMarked;
