/** Tests of streams of commits. */
@NullMarked
package vn.soto.query.live;

import org.jspecify.annotations.NullMarked;
