/** Teams, their members and leaders, and what can happen to them. */
@NullMarked
package vn.soto.contracts.team;

import org.jspecify.annotations.NullMarked;
