/** Tests of the records to correct. */
@NullMarked
package vn.soto.query.correction;

import org.jspecify.annotations.NullMarked;
