/** Outreach sessions and community groups of a team, and the figures both sides derive from them alike. */
@NullMarked
package vn.soto.contracts.outreach;

import org.jspecify.annotations.NullMarked;
