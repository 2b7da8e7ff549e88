package vn.soto.query.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.report.FigureSource;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * A figure with its name: what the ledger gives, and what the team reports.
 *
 * @param value    as the ledger gave it; absent if people state the figure and nobody did, because unknown is not 0. It
 *     is 0, like {@code reported}, for a service that the version has no line for, because help with it was recorded
 *     later
 * @param name     in the reader's language, like {@code unit}, what is counted
 * @param carried  amount of late events of an earlier period, which was closed before; absent if there are none
 * @param reported value of the team: that of the ledger with the carried amount, or the override
 * @param now      value of the ledger now, with the carried amount
 * @param override absent if the line is reported as the ledger gives it
 * @param source   of what people stated; absent if they did not say, and for an override, which has a reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportLine(
        @IdOf(IdKind.FIGURE) String code,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long value,
        String name,
        String unit,
        @Nullable Long carried,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long reported,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long now,
        @Nullable Overriding override,
        @Nullable FigureSource source) {

    /** Another value than the ledger gives, in its place for a reason, or stated with a source. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overriding(
            long value,
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @JsonUnwrapped CommitReasons.Shown reason) {}
}
