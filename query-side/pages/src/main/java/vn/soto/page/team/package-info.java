/** Pages of a team: its card, its history step by step, and what differs between two moments of it. */
@NullMarked
package vn.soto.page.team;

import org.jspecify.annotations.NullMarked;
