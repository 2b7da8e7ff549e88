/** What a province decides and another may decide differently: versions with a day from which each holds. */
@NullMarked
package vn.soto.domain.policy;

import org.jspecify.annotations.NullMarked;
