/** Household businesses, cooperatives and enterprises that are helped. */
@NullMarked
package vn.soto.domain.business;

import org.jspecify.annotations.NullMarked;
