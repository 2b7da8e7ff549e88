/** Events of teams, of their members and leaders, and of the coverage of residential units. */
@NullMarked
package vn.soto.contracts.team;

import org.jspecify.annotations.NullMarked;
