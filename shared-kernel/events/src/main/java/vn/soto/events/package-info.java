/** Pure functions between events and stored bytes: stored names, the JSON codec and upcasters. */
@NullMarked
package vn.soto.events;

import org.jspecify.annotations.NullMarked;
