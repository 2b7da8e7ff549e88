package vn.soto.query.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.query.report.Report.Judgment;

/** The versions of a report, of a team or of a unit, and what its recipients made of them; both oldest first. */
interface ReportCourse<V extends ReportCourse.SentVersion> {

    /** A version that was submitted. */
    interface SentVersion {

        int version();

        Instant at();

        /** Of its content; absent if it was submitted before reports were accepted. */
        @Nullable
        String hash();
    }

    List<V> versions();

    List<Judgment> judged();

    default Optional<V> latest() {
        return versions().stream().reduce((first, second) -> second);
    }

    default Optional<V> version(int number) {
        return versions().stream()
                .filter(version -> version.version() == number)
                .findFirst();
    }

    /** The recipient's decisions on a version. */
    default Stream<Judgment> judgments(int version) {
        return judged().stream().filter(judgment -> judgment.version() == version);
    }

    /** Hash of the content of a version that was submitted; absent if it had none. */
    default @Nullable String hash(int number) {
        return version(number).orElseThrow().hash();
    }

    /** The acceptance that stands: the last one. */
    default Optional<Judgment> acceptance() {
        return judged().reversed().stream().filter(Judgment::accepted).findFirst();
    }

    /** The state of the version submitted last. */
    default ReportState state() {
        return latest().map(this::state).orElse(ReportState.DRAFT);
    }

    default ReportState state(V version) {
        if (version.hash() == null) {
            return ReportState.SUBMITTED_BEFORE_ACCEPTANCE;
        }
        return judgments(version.version())
                .reduce((first, second) -> second)
                .map(Judgment::state)
                .orElse(ReportState.WAITING);
    }

    /** Days since the latest version was submitted; absent unless it waits for its recipient. */
    default @Nullable Long waiting(LocalDate today) {
        return state() == ReportState.WAITING
                ? (Long) ChronoUnit.DAYS.between(
                        VietnamTime.day(latest().orElseThrow().at()), today)
                : null;
    }
}
