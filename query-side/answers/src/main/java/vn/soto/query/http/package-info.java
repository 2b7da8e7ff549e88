/** The shared parts of the HTTP endpoints of queries: parameters, freshness, problems. */
@NullMarked
package vn.soto.query.http;

import org.jspecify.annotations.NullMarked;
