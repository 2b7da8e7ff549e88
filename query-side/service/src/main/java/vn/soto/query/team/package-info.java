/** Team cards, and which team covers which unit. */
@NullMarked
package vn.soto.query.team;

import org.jspecify.annotations.NullMarked;
