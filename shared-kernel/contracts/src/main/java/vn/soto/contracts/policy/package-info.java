/** What a province has decided, in versions. */
@NullMarked
package vn.soto.contracts.policy;

import org.jspecify.annotations.NullMarked;
