package vn.soto.contracts.report;

import java.time.LocalDate;
import java.util.List;
import vn.soto.contracts.shared.StateRefusals;

/**
 * The progress of the latest version of a report.
 *
 * @param versions   number of versions that were submitted
 * @param acceptable whether the latest was submitted for acceptance
 * @param returned   whether the latest was returned
 * @param accepted   number of the version accepted last; 0 if none is
 */
public record VersionStage(int versions, boolean acceptable, boolean returned, int accepted) {

    public boolean isSubmitted() {
        return versions > 0;
    }

    public boolean isNotAccepted() {
        return accepted < versions;
    }

    /** The day after the quarter has come. */
    public static boolean hasEnded(LocalDate lastDay, LocalDate today) {
        return today.isAfter(lastDay);
    }

    /** The commands about a team's report that its state refuses. */
    public StateRefusals ofTeam(LocalDate lastDay, LocalDate today) {
        return judged("accept-quarterly-report", "return-quarterly-report")
                .until(hasEnded(lastDay, today), "QUARTER_HAS_ENDED", List.of(lastDay), "submit-quarterly-report");
    }

    /**
     * The commands about a unit's report that its state refuses.
     *
     * @param above whether the latest version goes to a unit above
     */
    public StateRefusals ofUnit(LocalDate lastDay, LocalDate today, boolean above) {
        return judged("accept-unit-report", "return-unit-report", "note-unit-report")
                .unless(above, "UNIT_REPORT_GOES_TO_A_UNIT_ABOVE", "accept-unit-report", "return-unit-report")
                .unless(!above, "UNIT_REPORT_GOES_TO_NO_UNIT_ABOVE", "note-unit-report")
                .until(hasEnded(lastDay, today), "QUARTER_HAS_ENDED", List.of(lastDay), "submit-unit-report");
    }

    private StateRefusals judged(String... commands) {
        return new StateRefusals()
                .unless(isSubmitted(), "REPORT_IS_SUBMITTED", commands)
                .unless(acceptable, "VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE", commands)
                .unless(!returned, "VERSION_IS_NOT_RETURNED", commands)
                .unless(isNotAccepted(), "VERSION_IS_NOT_ACCEPTED", commands);
    }
}
