/** Organisations that support teams, with the periods of support. */
@NullMarked
package vn.soto.domain.organisation;

import org.jspecify.annotations.NullMarked;
