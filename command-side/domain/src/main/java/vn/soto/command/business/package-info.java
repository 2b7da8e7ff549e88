/** Household businesses, cooperatives and enterprises that are helped. */
@NullMarked
package vn.soto.command.business;

import org.jspecify.annotations.NullMarked;
