@NullMarked
package vn.soto.domain.business;

import org.jspecify.annotations.NullMarked;
