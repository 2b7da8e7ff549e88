/** Timelines of teams: all events in order. */
@NullMarked
package vn.soto.query.timeline;

import org.jspecify.annotations.NullMarked;
