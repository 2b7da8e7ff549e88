/** Which households live where, on which days, and who is responsible for them. */
@NullMarked
package vn.soto.query.resident;

import org.jspecify.annotations.NullMarked;
