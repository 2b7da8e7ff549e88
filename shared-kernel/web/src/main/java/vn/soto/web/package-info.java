/** RFC 9457 problems, their texts in two languages, and the choice of the language. */
@NullMarked
package vn.soto.web;

import org.jspecify.annotations.NullMarked;
