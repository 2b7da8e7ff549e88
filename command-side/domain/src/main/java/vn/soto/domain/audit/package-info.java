/** Calling back those who were helped: samples of records, and what was said about each. */
@NullMarked
package vn.soto.domain.audit;

import org.jspecify.annotations.NullMarked;
