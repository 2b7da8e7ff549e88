/** Tests of streams of commits. */
@NullMarked
package vn.soto.query.http.live;

import org.jspecify.annotations.NullMarked;
