/** Tests of the read models and endpoints of this feature. */
@NullMarked
package vn.soto.query.report;

import org.jspecify.annotations.NullMarked;
