/** Pages of what detectors point to, and of samples of records to call back about. */
@NullMarked
package vn.soto.page.detection;

import org.jspecify.annotations.NullMarked;
