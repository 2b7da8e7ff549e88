/**
 * Pages of records, by one pattern: the values, the warnings, all versions, the related lists, the possible commands.
 */
@NullMarked
package vn.soto.page.record;

import org.jspecify.annotations.NullMarked;
