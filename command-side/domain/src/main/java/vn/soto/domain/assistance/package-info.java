/** Records of help: recording, follow-up, verification, correction and voiding. */
@NullMarked
package vn.soto.domain.assistance;

import org.jspecify.annotations.NullMarked;
