/** Tests of a province in operation: several processes of both sides on one database server. */
@NullMarked
package vn.soto.e2e.nodes;

import org.jspecify.annotations.NullMarked;
