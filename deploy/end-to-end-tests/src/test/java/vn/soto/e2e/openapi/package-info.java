/** The description of the API, made from the code that serves it. */
@NullMarked
package vn.soto.e2e.openapi;

import org.jspecify.annotations.NullMarked;
