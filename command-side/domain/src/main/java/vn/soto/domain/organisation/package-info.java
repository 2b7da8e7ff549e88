/** Organisations that support teams, and from when to when. */
@NullMarked
package vn.soto.domain.organisation;

import org.jspecify.annotations.NullMarked;
