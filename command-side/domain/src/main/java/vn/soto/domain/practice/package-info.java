/** Describing, recommending and taking up good models. */
@NullMarked
package vn.soto.domain.practice;

import org.jspecify.annotations.NullMarked;
