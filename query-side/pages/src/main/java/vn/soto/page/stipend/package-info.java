/** Pages of stipends: rates, statements with the evidence of each line, and what is to be looked at before money moves. */
@NullMarked
package vn.soto.page.stipend;

import org.jspecify.annotations.NullMarked;
