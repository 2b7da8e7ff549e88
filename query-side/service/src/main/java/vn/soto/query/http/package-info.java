/** What the HTTP endpoints of queries share: parameters, freshness, problems. */
@NullMarked
package vn.soto.query.http;

import org.jspecify.annotations.NullMarked;
