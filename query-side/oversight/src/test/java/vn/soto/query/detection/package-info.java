/** Tests of the read models and endpoints of this feature. */
@NullMarked
package vn.soto.query.detection;

import org.jspecify.annotations.NullMarked;
