/** The command side's domain as a whole: what it consists of. */
@NullMarked
package vn.soto.domain;

import org.jspecify.annotations.NullMarked;
