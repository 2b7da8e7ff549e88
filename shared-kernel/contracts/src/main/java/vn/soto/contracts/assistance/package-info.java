/** Events of records of help: recording, follow-up, verification, correction and voiding. */
@NullMarked
package vn.soto.contracts.assistance;

import org.jspecify.annotations.NullMarked;
