/** Events of a province's policy, in versions. */
@NullMarked
package vn.soto.contracts.policy;

import org.jspecify.annotations.NullMarked;
