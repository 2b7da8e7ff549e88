/** Households by residential unit and day, and their responsible members. */
@NullMarked
package vn.soto.query.resident;

import org.jspecify.annotations.NullMarked;
