/** Household businesses, cooperatives and enterprises that are helped. */
@NullMarked
package vn.soto.query.business;

import org.jspecify.annotations.NullMarked;
