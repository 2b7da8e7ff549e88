package vn.soto.query.detection;

import static vn.soto.query.detection.Detector.Threshold.DAYS;
import static vn.soto.query.detection.Detector.Threshold.ELSEWHERE;
import static vn.soto.query.detection.Detector.Threshold.MATCHES;
import static vn.soto.query.detection.Detector.Threshold.PERCENT;
import static vn.soto.query.detection.Detector.Threshold.RECORDS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.shared.VietnamTime;

/** The detectors, in the order of {@link DetectorCode}. */
final class Detectors {

    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int NIGHT_FROM = 22;
    private static final int NIGHT_UNTIL = 5;
    private static final int LAST_DAYS = 7;
    private static final int DAYS_AFTERWARDS = 7;

    static final List<Detector> ALL = List.of(
            new RepeatedHelp(),
            new BurstOfHelp(),
            new MemberShare(
                    DetectorCode.HELP_AT_ODD_HOURS,
                    Map.of(RECORDS, 10, MATCHES, 5, PERCENT, 10),
                    (help, quarter) -> help.isTimed() && isAtNight(help.minute())),
            new MemberShare(
                    DetectorCode.LAST_WEEK_BULGE,
                    Map.of(RECORDS, 20, MATCHES, 10, PERCENT, 26, DAYS, LAST_DAYS),
                    (help, quarter) ->
                            help.day().isAfter(quarter.days().lastDay().minusDays(LAST_DAYS))),
            new MemberShare(
                    DetectorCode.HELP_RECORDED_AFTERWARDS,
                    Map.of(RECORDS, 15, MATCHES, 8, PERCENT, 25, DAYS, DAYS_AFTERWARDS),
                    (help, quarter) -> VietnamTime.day(help.recordedAt())
                            .isAfter(help.day().plusDays(DAYS_AFTERWARDS))),
            new MostFrequentValue(
                    DetectorCode.SAME_CLOCK_TIME,
                    Map.of(RECORDS, 15, MATCHES, 7, PERCENT, 20, DAYS, 5),
                    help -> help.isOneByOne() && help.isTimed() ? Optional.of(help.minute()) : Optional.empty()),
            new MemberShare(
                    DetectorCode.MOSTLY_ON_BEHALF,
                    Map.of(RECORDS, 15, MATCHES, 10, PERCENT, 50),
                    (help, quarter) -> help.mode() == Mode.DONE_ON_BEHALF),
            new MemberShare(
                    DetectorCode.ONLY_SELF_PERFORMED,
                    Map.of(RECORDS, 25, PERCENT, 100),
                    (help, quarter) -> help.mode() == Mode.SELF_PERFORMED),
            new MostFrequentValue(
                    DetectorCode.NOTES_OF_ONE_LENGTH,
                    Map.of(RECORDS, 10, MATCHES, 8, PERCENT, 25, ELSEWHERE, 2, DAYS, 3),
                    help -> Optional.ofNullable(help.noteBytes())),
            new SharedDevice(),
            new RoundAttendance(),
            new UndoneHelp(),
            new EntriesInARow());

    private Detectors() {}

    private static boolean isAtNight(int minute) {
        int hour = minute / MINUTES_OF_AN_HOUR;
        return hour >= NIGHT_FROM || hour < NIGHT_UNTIL;
    }
}
