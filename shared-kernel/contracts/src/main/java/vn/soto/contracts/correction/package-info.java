/** Records of help, outreach, trainings and assignments that rest on a team's members and area, and what leaves them behind. */
@NullMarked
package vn.soto.contracts.correction;

import org.jspecify.annotations.NullMarked;
