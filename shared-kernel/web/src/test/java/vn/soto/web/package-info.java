/** Tests of problems and their texts. */
@NullMarked
package vn.soto.web;

import org.jspecify.annotations.NullMarked;
