/** Writes the OpenAPI document of the product when it is built; nothing of this is in the product. */
@NullMarked
package vn.soto.openapi;

import org.jspecify.annotations.NullMarked;
