/** Tests of the document. */
@NullMarked
package vn.soto.openapi;

import org.jspecify.annotations.NullMarked;
