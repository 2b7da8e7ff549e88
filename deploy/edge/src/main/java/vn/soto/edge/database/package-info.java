/** The databases of a node: their settings, and the check of its user's privileges. */
@NullMarked
package vn.soto.edge.database;

import org.jspecify.annotations.NullMarked;
