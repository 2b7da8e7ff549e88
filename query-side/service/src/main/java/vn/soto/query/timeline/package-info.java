/** Everything that happened to a team, in order. */
@NullMarked
package vn.soto.query.timeline;

import org.jspecify.annotations.NullMarked;
