/** Good models: ways of working of one team that others take up. */
@NullMarked
package vn.soto.contracts.practice;

import org.jspecify.annotations.NullMarked;
