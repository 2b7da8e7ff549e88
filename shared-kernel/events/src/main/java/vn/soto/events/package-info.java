/** From events to stored bytes and back: stored names, the JSON codec and upcasters; pure functions. */
@NullMarked
package vn.soto.events;

import org.jspecify.annotations.NullMarked;
