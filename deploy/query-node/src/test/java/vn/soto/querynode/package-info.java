/** Tests of a query node's contents. */
@NullMarked
package vn.soto.querynode;

import org.jspecify.annotations.NullMarked;
