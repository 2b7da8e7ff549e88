/** Pages of recognition: rounds, and every point of a candidate explained. */
@NullMarked
package vn.soto.page.recognition;

import org.jspecify.annotations.NullMarked;
