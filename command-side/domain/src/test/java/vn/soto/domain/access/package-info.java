@NullMarked
package vn.soto.domain.access;

import org.jspecify.annotations.NullMarked;
