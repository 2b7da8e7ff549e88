/** Organisations and the teams they support. */
@NullMarked
package vn.soto.query.organisation;

import org.jspecify.annotations.NullMarked;
