@NullMarked
package vn.soto.domain.reach;

import org.jspecify.annotations.NullMarked;
