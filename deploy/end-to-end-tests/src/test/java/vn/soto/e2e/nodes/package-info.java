/** A province as it runs: several processes of both sides on one database server. */
@NullMarked
package vn.soto.e2e.nodes;

import org.jspecify.annotations.NullMarked;
