/** The file in which a reorganisation of units is written down: previewed on one side, carried out on the other. */
@NullMarked
package vn.soto.contracts.reorganisation;

import org.jspecify.annotations.NullMarked;
