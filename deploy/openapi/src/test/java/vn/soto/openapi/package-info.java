/** Tests of the OpenAPI document. */
@NullMarked
package vn.soto.openapi;

import org.jspecify.annotations.NullMarked;
