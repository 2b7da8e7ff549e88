/** Organisations that support teams, and from when to when. */
@NullMarked
package vn.soto.command.organisation;

import org.jspecify.annotations.NullMarked;
