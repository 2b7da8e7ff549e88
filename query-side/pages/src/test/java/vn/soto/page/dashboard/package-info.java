/** Tests of the pages of dashboards. */
@NullMarked
package vn.soto.page.dashboard;

import org.jspecify.annotations.NullMarked;
