/** Numbers of people of units, as stated and corrected. */
@NullMarked
package vn.soto.query.people;

import org.jspecify.annotations.NullMarked;
