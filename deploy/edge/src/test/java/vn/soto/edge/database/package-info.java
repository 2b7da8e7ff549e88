/** Tests of database settings and privileges. */
@NullMarked
package vn.soto.edge.database;

import org.jspecify.annotations.NullMarked;
