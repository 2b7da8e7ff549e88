/** Outreach sessions and the community groups in which teams reach households. */
@NullMarked
package vn.soto.domain.outreach;

import org.jspecify.annotations.NullMarked;
