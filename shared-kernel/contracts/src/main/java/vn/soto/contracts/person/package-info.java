/** Events of personal data: sealed recording and erasure, by subject. */
@NullMarked
package vn.soto.contracts.person;

import org.jspecify.annotations.NullMarked;
