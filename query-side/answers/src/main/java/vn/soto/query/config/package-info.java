/** Configuration, health and meters of the query side. */
@NullMarked
package vn.soto.query.config;

import org.jspecify.annotations.NullMarked;
