/** Pages of figures: dashboards of units, the events behind a figure, quarters side by side. */
@NullMarked
package vn.soto.page.activity;

import org.jspecify.annotations.NullMarked;
