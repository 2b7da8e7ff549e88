/** Forming teams, and who belongs to and leads them. */
@NullMarked
package vn.soto.domain.team;

import org.jspecify.annotations.NullMarked;
