/** Tests of the pages of reports. */
@NullMarked
package vn.soto.page.report;

import org.jspecify.annotations.NullMarked;
