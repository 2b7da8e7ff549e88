/** Tests of the query side's settings. */
@NullMarked
package vn.soto.query.config;

import org.jspecify.annotations.NullMarked;
