/** Forming teams, and who belongs to and leads them. */
@NullMarked
package vn.soto.command.team;

import org.jspecify.annotations.NullMarked;
