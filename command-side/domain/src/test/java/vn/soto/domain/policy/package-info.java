@NullMarked
package vn.soto.domain.policy;

import org.jspecify.annotations.NullMarked;
