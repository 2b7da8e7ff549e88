/** Numbers of people of units, which people state with their source because no event of the ledger gives them. */
@NullMarked
package vn.soto.contracts.people;

import org.jspecify.annotations.NullMarked;
