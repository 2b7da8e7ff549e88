/** Progress and dead letters kept with the read models. */
@NullMarked
package vn.soto.query.progress;

import org.jspecify.annotations.NullMarked;
