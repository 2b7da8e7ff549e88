/** Pages of reports: a team's quarter, what waits and lacks in an area, an area's own report. */
@NullMarked
package vn.soto.page.report;

import org.jspecify.annotations.NullMarked;
