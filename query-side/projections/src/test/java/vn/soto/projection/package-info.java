@NullMarked
package vn.soto.projection;

import org.jspecify.annotations.NullMarked;
