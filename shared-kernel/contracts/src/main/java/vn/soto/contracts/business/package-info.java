/** Events of household businesses, cooperatives and enterprises. */
@NullMarked
package vn.soto.contracts.business;

import org.jspecify.annotations.NullMarked;
