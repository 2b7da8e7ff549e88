/** Settings and rights of a node's databases. */
@NullMarked
package vn.soto.edge.database;

import org.jspecify.annotations.NullMarked;
