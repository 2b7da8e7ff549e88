/** Household businesses, cooperatives and enterprises that are helped. */
@NullMarked
package vn.soto.contracts.business;

import org.jspecify.annotations.NullMarked;
