@NullMarked
package vn.soto.query.period;

import org.jspecify.annotations.NullMarked;
