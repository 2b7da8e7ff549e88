/** The policy, terms that each province decides for itself, in versions with a first day. */
@NullMarked
package vn.soto.domain.policy;

import org.jspecify.annotations.NullMarked;
