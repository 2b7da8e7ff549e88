/** Tests of the API description, which is generated from the code that serves the API. */
@NullMarked
package vn.soto.e2e.openapi;

import org.jspecify.annotations.NullMarked;
