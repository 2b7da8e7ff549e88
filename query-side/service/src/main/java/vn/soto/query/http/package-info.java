/** Questions over HTTP: parameters, freshness, problems. */
@NullMarked
package vn.soto.query.http;

import org.jspecify.annotations.NullMarked;
