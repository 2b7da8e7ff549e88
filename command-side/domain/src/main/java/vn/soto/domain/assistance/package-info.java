/** Recording help, looking again, calling back, and putting a record right. */
@NullMarked
package vn.soto.domain.assistance;

import org.jspecify.annotations.NullMarked;
