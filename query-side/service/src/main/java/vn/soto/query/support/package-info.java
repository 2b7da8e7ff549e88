/** Requests for support, and the queues in which they wait. */
@NullMarked
package vn.soto.query.support;

import org.jspecify.annotations.NullMarked;
