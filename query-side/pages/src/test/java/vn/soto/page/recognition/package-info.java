/** Tests of the pages of recognition. */
@NullMarked
package vn.soto.page.recognition;

import org.jspecify.annotations.NullMarked;
