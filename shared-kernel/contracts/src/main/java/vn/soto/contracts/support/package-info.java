/** Requests for support from citizens, and what can happen to them. */
@NullMarked
package vn.soto.contracts.support;

import org.jspecify.annotations.NullMarked;
