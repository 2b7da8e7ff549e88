/** Tests of the pages of findings and samples. */
@NullMarked
package vn.soto.page.detection;

import org.jspecify.annotations.NullMarked;
