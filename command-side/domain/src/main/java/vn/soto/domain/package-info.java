/** The domain model of the command side and its parts. */
@NullMarked
package vn.soto.domain;

import org.jspecify.annotations.NullMarked;
