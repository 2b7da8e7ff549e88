@NullMarked
package vn.soto.query.projection;

import org.jspecify.annotations.NullMarked;
