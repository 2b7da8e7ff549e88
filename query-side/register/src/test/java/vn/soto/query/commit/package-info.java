/** Tests of single commits. */
@NullMarked
package vn.soto.query.commit;

import org.jspecify.annotations.NullMarked;
