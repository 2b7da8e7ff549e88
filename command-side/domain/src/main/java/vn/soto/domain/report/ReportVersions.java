package vn.soto.domain.report;

import static vn.soto.domain.report.ReportRule.CONTENT_IS_THAT_OF_THE_LATEST_VERSION;
import static vn.soto.domain.report.ReportRule.REPORT_IS_SUBMITTED;
import static vn.soto.domain.report.ReportRule.REPORT_SUBMITTED_AGAIN_HAS_A_REASON;
import static vn.soto.domain.report.ReportRule.VERSION_IS_NOT_ACCEPTED;
import static vn.soto.domain.report.ReportRule.VERSION_IS_NOT_RETURNED;
import static vn.soto.domain.report.ReportRule.VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.MissingPart.Why;
import vn.soto.contracts.report.VersionStage;

/**
 * The versions of a report of a team or of a unit, and what their recipient said of the latest. Mutable.
 *
 * @param <V> a submitted version
 */
final class ReportVersions<V> {

    private final List<V> submitted = new ArrayList<>();
    private boolean late;
    private @Nullable String hash;
    private boolean returned;

    /** Number of the version accepted last; 0 before the first. */
    private int accepted;

    /** @param hash of the version's content; absent if it was submitted before reports were accepted */
    void add(V version, boolean isLate, @Nullable String hash) {
        late = submitted.isEmpty() ? isLate : late;
        submitted.add(version);
        this.hash = hash;
        returned = false;
    }

    void markReturned() {
        returned = true;
    }

    void markAccepted(int version) {
        accepted = version;
    }

    int latest() {
        return submitted.size();
    }

    int next() {
        return submitted.size() + 1;
    }

    /** Whether the next version is late: a report submitted in time stays in time, and a late one late. */
    boolean nextIsLate(boolean now) {
        return submitted.isEmpty() ? now : late;
    }

    /** Number of the accepted version that the next one amends. */
    @Nullable
    Integer amends() {
        return accepted == 0 ? null : (Integer) accepted;
    }

    /** All versions, oldest first. */
    List<V> all() {
        return List.copyOf(submitted);
    }

    Optional<V> last() {
        return submitted.isEmpty() ? Optional.empty() : Optional.of(submitted.getLast());
    }

    Optional<V> lastAccepted() {
        return accepted == 0 ? Optional.empty() : Optional.of(submitted.get(accepted - 1));
    }

    /** @param version number of a submitted version */
    V get(int version) {
        return submitted.get(version - 1);
    }

    /** Why no version is accepted, if none is. */
    Why missing() {
        if (submitted.isEmpty()) {
            return Why.NOT_SUBMITTED;
        }
        if (hash == null) {
            return Why.BEFORE_ACCEPTANCE;
        }
        return returned ? Why.RETURNED : Why.WAITING;
    }

    /** @param reason for the next version */
    void checkReason(@Nullable String reason) {
        REPORT_SUBMITTED_AGAIN_HAS_A_REASON.require(submitted.isEmpty() || reason != null, latest());
    }

    private VersionStage stage() {
        return new VersionStage(latest(), hash != null, returned, accepted);
    }

    /** The content is that of the latest version, and nobody has returned or accepted it. */
    void checkLatest(String content) {
        REPORT_IS_SUBMITTED.require(stage().isSubmitted());
        String known = hash;
        if (known == null) {
            throw VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE.refused(latest());
        }
        CONTENT_IS_THAT_OF_THE_LATEST_VERSION.require(content.equals(known), latest(), known);
        VERSION_IS_NOT_RETURNED.require(!stage().returned(), latest());
        VERSION_IS_NOT_ACCEPTED.require(stage().isNotAccepted(), latest());
    }
}
