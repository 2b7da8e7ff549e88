/** What teams and members are paid, computed from what is recorded and approved by another person. */
@NullMarked
package vn.soto.domain.stipend;

import org.jspecify.annotations.NullMarked;
