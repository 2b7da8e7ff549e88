/** Household businesses, cooperatives and enterprises: registration, moves and closures. */
@NullMarked
package vn.soto.domain.business;

import org.jspecify.annotations.NullMarked;
