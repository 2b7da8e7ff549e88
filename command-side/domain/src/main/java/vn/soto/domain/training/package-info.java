/** Training of members: sessions, and who attended. */
@NullMarked
package vn.soto.domain.training;

import org.jspecify.annotations.NullMarked;
