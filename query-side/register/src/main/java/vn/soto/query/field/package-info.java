/** Packs that members take along on a phone for a day in the field. */
@NullMarked
package vn.soto.query.field;

import org.jspecify.annotations.NullMarked;
