/** Generates the product's OpenAPI document during the build; no part of it ships with the product. */
@NullMarked
package vn.soto.openapi;

import org.jspecify.annotations.NullMarked;
