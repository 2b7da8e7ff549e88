/** Outreach sessions of teams and their community groups. */
@NullMarked
package vn.soto.query.outreach;

import org.jspecify.annotations.NullMarked;
