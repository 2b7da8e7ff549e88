/** Search for units, teams, organisations, codes, references and ids; never for people. */
@NullMarked
package vn.soto.query.search;

import org.jspecify.annotations.NullMarked;
