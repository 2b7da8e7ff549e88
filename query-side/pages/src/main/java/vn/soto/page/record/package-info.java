/** Pages of records, by one pattern: what it says, what to look at, all versions, what belongs to it, what can be done. */
@NullMarked
package vn.soto.page.record;

import org.jspecify.annotations.NullMarked;
