/** Samples of records of help to call back about, and what was said. */
@NullMarked
package vn.soto.query.audit;

import org.jspecify.annotations.NullMarked;
