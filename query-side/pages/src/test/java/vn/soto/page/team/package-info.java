/** Tests of the pages of a team. */
@NullMarked
package vn.soto.page.team;

import org.jspecify.annotations.NullMarked;
