/** Tests of the read models and endpoints of this feature. */
@NullMarked
package vn.soto.query.audit;

import org.jspecify.annotations.NullMarked;
