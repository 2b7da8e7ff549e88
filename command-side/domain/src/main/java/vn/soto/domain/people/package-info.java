/** Stating how many people a unit has, and how many of them have basic digital skills. */
@NullMarked
package vn.soto.domain.people;

import org.jspecify.annotations.NullMarked;
