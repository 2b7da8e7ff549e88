/** The indicators of reports and dashboards: names, units and definitions, by version. */
@NullMarked
package vn.soto.query.indicator;

import org.jspecify.annotations.NullMarked;
