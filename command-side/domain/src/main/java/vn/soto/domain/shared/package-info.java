/** What the features of the command side have in common. */
@NullMarked
package vn.soto.domain.shared;

import org.jspecify.annotations.NullMarked;
