/** Progress and dead letters kept with the read models. */
@NullMarked
package vn.soto.projection.progress;

import org.jspecify.annotations.NullMarked;
