/** Tests of the names of indicators. */
@NullMarked
package vn.soto.query.indicator;

import org.jspecify.annotations.NullMarked;
