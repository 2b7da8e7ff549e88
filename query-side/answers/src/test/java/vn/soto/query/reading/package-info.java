@NullMarked
package vn.soto.query.reading;

import org.jspecify.annotations.NullMarked;
