/** Reads the stored events about a subject and states each in a sentence. */
@NullMarked
package vn.soto.query.event;

import org.jspecify.annotations.NullMarked;
