/** Tests of the policy in answers. */
@NullMarked
package vn.soto.query.policy;

import org.jspecify.annotations.NullMarked;
