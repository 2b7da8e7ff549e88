/** Events of outreach sessions and community groups, and the figures that both sides derive from them. */
@NullMarked
package vn.soto.contracts.outreach;

import org.jspecify.annotations.NullMarked;
