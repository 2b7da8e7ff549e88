/** The work of members over all teams: help given, with its credit, and what is due. */
@NullMarked
package vn.soto.query.work;

import org.jspecify.annotations.NullMarked;
