/** Household businesses, cooperatives and enterprises that receive help. */
@NullMarked
package vn.soto.query.business;

import org.jspecify.annotations.NullMarked;
