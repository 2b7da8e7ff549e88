/** Tests of which households live where. */
@NullMarked
package vn.soto.query.resident;

import org.jspecify.annotations.NullMarked;
