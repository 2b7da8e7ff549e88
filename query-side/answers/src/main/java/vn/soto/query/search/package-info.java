/** Search for units, teams, organisations, codes, references, ids, commits and events; no person is in its index. */
@NullMarked
package vn.soto.query.search;

import org.jspecify.annotations.NullMarked;
