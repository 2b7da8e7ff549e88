/** Help given by residential unit and quarter, and its dashboards. */
@NullMarked
package vn.soto.query.activity;

import org.jspecify.annotations.NullMarked;
