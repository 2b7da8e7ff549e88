/** Recording help given to households, and putting a record right. */
@NullMarked
package vn.soto.command.assistance;

import org.jspecify.annotations.NullMarked;
