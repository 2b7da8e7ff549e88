@NullMarked
package vn.soto.domain.catalogue;

import org.jspecify.annotations.NullMarked;
