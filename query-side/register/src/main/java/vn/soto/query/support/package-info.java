/** Requests for support and their queues. */
@NullMarked
package vn.soto.query.support;

import org.jspecify.annotations.NullMarked;
