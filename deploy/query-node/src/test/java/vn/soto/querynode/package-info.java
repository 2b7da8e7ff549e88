/** What a query node is made of. */
@NullMarked
package vn.soto.querynode;

import org.jspecify.annotations.NullMarked;
