/** Outreach sessions and the community groups in which teams reach households. */
@NullMarked
package vn.soto.command.outreach;

import org.jspecify.annotations.NullMarked;
