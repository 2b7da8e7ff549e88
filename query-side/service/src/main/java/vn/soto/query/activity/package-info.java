/** Help given, by residential unit and quarter, and dashboards over it. */
@NullMarked
package vn.soto.query.activity;

import org.jspecify.annotations.NullMarked;
