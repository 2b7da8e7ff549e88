package vn.soto.contracts.report;

import static vn.soto.contracts.shared.Flag.Code.REPORT_IS_LATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.OfTeam;
import vn.soto.contracts.team.TeamId;

/** Events of a team's report for a quarter: what is stated for it, its submissions, and what became of them. */
public sealed interface ReportEvent extends ProductEvent, OfTeam {

    Quarter quarter();

    /**
     * The number of households in the team's area, which no event of the ledger gives; the last statement for a quarter counts.
     *
     * @param households 0 is a number; absent if the number is not known (any more)
     * @param source     source of the number; absent if none was stated, as in version 1 of the event
     */
    @StoredAs("report.household-total-stated.v2")
    record HouseholdTotalStated(
            TeamId team,
            Quarter quarter,
            @Nullable Integer households,
            @Nullable FigureSource source) implements ReportEvent {

        /** Without a source. */
        public HouseholdTotalStated(TeamId team, Quarter quarter, @Nullable Integer households) {
            this(team, quarter, households, null);
        }
    }

    /** The narrative of the next version beside the figures; the last one counts, as a whole. */
    @StoredAs("report.annotated.v1")
    record ReportAnnotated(TeamId team, Quarter quarter, Narrative narrative) implements ReportEvent {}

    /**
     * From the next version on the team reports another value than the ledger gives, until it withdraws that. The commit has the
     * reason.
     */
    @StoredAs("report.line-overridden.v1")
    record LineOverridden(TeamId team, Quarter quarter, LineOverride line) implements ReportEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof LineOverridden of && of.line().code().equals(line.code());
        }

        @Override
        public boolean mayBeFirst() {
            return true;
        }
    }

    /**
     * The team states a value for a line of which not everything is recorded. Reports use it from the next version on,
     * until the team takes it back or overrides it; the last statement counts.
     *
     * @param value  0 is a number; absent if the number is not known (any more): then the line is reported as the ledger gives it
     * @param source source of the number; absent together with it
     */
    @StoredAs("report.line-stated.v1")
    record LineStated(
            TeamId team,
            Quarter quarter,
            String code,
            @Nullable Long value,
            @Nullable FigureSource source) implements ReportEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof LineStated of && of.code().equals(code);
        }

        @Override
        public boolean mayBeFirst() {
            return true;
        }
    }

    /** From the next version on the line is reported as the ledger gives it. */
    @StoredAs("report.override-withdrawn.v1")
    record OverrideWithdrawn(TeamId team, Quarter quarter, String code) implements ReportEvent, Correcting {

        @Override
        public boolean corrects(DomainEvent earlier) {
            return earlier instanceof LineOverridden of && of.line().code().equals(code);
        }
    }

    /**
     * An event about a submitted version, the latest at that time.
     *
     * <p>{@code content} is the version's {@link QuarterlyReportSubmitted#hash}.
     */
    sealed interface Judged extends ReportEvent {

        int version();

        String content();
    }

    /** The recipient does not accept the version; the commit has the reason. A further version can be submitted. */
    @StoredAs("report.returned.v1")
    record ReportReturned(TeamId team, Quarter quarter, int version, String content) implements Judged {}

    /** The recipient accepts the version with that content. It stays accepted; a further version amends it. */
    @StoredAs("report.accepted.v1")
    record ReportAccepted(TeamId team, Quarter quarter, int version, String content) implements Judged {}

    /**
     * @param version          1 for the first submission; each further one has the next number; earlier versions never
     *     change
     * @param indicators       version of the definitions, {@link Indicators#VERSION} at the time of submission
     * @param figures          derived from the ledger, in the order of the definitions; without those that nobody stated
     * @param pinnedTo         number of the last ledger commit that was read
     * @param pinnedChain      chain hash of that commit, 64 hexadecimal digits
     * @param late             whether version 1 was submitted after its due day. Further versions repeat it, so a
     *     report submitted in time stays in time however often it is corrected.
     * @param dueOn            that day; absent in version 1 of the event
     * @param content          the version's content beside its figures. Absent, like {@code recipient} and
     *     {@code hash}, in a version submitted before reports were accepted, which nobody can accept or return.
     * @param recipient        unit that accepts it; absent also if the team's area lies in no commune
     * @param hash             of the content, {@link #contentHash}: what an acceptance names
     */
    @CorrectsAny(QuarterlyReportSubmitted.class)
    @StoredAs("report.submitted.v3")
    record QuarterlyReportSubmitted(
            TeamId team,
            Quarter quarter,
            QuarterCalendar calendar,
            int version,
            int indicators,
            List<Figure> figures,
            long pinnedTo,
            String pinnedChain,
            boolean late,
            @Nullable LocalDate dueOn,
            @Nullable ReportContent content,
            @Nullable Recipient recipient,
            @Nullable String hash)
            implements ReportEvent, Correcting, Flagging {

        public QuarterlyReportSubmitted {
            figures = List.copyOf(figures);
        }

        /** Submitted before reports were accepted. */
        public QuarterlyReportSubmitted(
                TeamId team,
                Quarter quarter,
                QuarterCalendar calendar,
                int version,
                int indicators,
                List<Figure> figures,
                long pinnedTo,
                String pinnedChain,
                boolean late,
                @Nullable LocalDate dueOn) {
            this(
                    team,
                    quarter,
                    calendar,
                    version,
                    indicators,
                    figures,
                    pinnedTo,
                    pinnedChain,
                    late,
                    dueOn,
                    null,
                    null,
                    null);
        }

        /** The same with the hash of its content. */
        public QuarterlyReportSubmitted hashed() {
            return new QuarterlyReportSubmitted(
                    team,
                    quarter,
                    calendar,
                    version,
                    indicators,
                    figures,
                    pinnedTo,
                    pinnedChain,
                    late,
                    dueOn,
                    content,
                    recipient,
                    contentHash());
        }

        /** The days of its period. */
        public QuarterDays days() {
            return content == null ? calendar.days(quarter) : content.days(quarter);
        }

        /** Hash of all that the version says; whether it is in time, and who accepts it, is not part of that. */
        public String contentHash() {
            return ReportContents.hash(this);
        }

        /** The lines as the team reports them: what the ledger gives and what is carried into the period, or the override. */
        public List<Figure> reported() {
            return ReportContents.reported(this);
        }

        @Override
        public Optional<Flag> flag() {
            if (!late) {
                return Optional.empty();
            }
            return dueOn == null ? REPORT_IS_LATE.with() : REPORT_IS_LATE.with(dueOn);
        }

        @Override
        public boolean mayBeFirst() {
            return version == 1;
        }
    }
}
