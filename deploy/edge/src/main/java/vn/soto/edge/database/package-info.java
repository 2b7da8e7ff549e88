/** How a node comes to its databases: where they are, and whether its user may do what it has to and nothing more. */
@NullMarked
package vn.soto.edge.database;

import org.jspecify.annotations.NullMarked;
