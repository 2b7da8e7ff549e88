package vn.soto.contracts.report;

import static vn.soto.contracts.shared.Flag.Code.REPORT_IS_LATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.Correcting;
import vn.soto.contracts.shared.CorrectsAny;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.unit.OfUnit;
import vn.soto.contracts.unit.UnitId;

/** Events of a unit's report for a quarter: it consolidates the accepted reports below, and goes up the line like a team's. */
public sealed interface UnitReportEvent extends ProductEvent, OfUnit {

    Quarter quarter();

    /** The narrative of the next version beside the lines; the last one counts, as a whole. */
    @StoredAs("unit-report.annotated.v1")
    record UnitReportAnnotated(UnitId unit, Quarter quarter, Narrative narrative) implements UnitReportEvent {}

    /** An event about a submitted version, the latest at that time; {@code content} is the version's hash. */
    sealed interface UnitReportJudged extends UnitReportEvent {

        int version();

        String content();
    }

    /** The recipient does not accept the version; the commit has the reason. A further version can be submitted. */
    @StoredAs("unit-report.returned.v1")
    record UnitReportReturned(UnitId unit, Quarter quarter, int version, String content) implements UnitReportJudged {}

    /** The recipient accepts the version with that content. It stays accepted; a further version amends it. */
    @StoredAs("unit-report.accepted.v1")
    record UnitReportAccepted(UnitId unit, Quarter quarter, int version, String content) implements UnitReportJudged {}

    /**
     * The people's committee has the version of a unit above which there is none: it is closed like an accepted one.
     *
     * @param instrument with which the committee took note of it
     */
    @StoredAs("unit-report.noted.v1")
    record UnitReportNoted(UnitId unit, Quarter quarter, int version, String content, Instrument instrument)
            implements UnitReportJudged {}

    /**
     * The content of a version.
     *
     * @param calendar   by which the authority names the days
     * @param indicators version of the definitions, {@link Indicators#VERSION} at the time of submission
     * @param parts      accepted versions below, in the order of their ids, teams first
     * @param missing    reports below of which none is accepted, in the same order
     * @param lines      {@link ReportConsolidation} of the parts
     * @param amends     number of the accepted version that this one amends; absent before the first acceptance
     */
    record Consolidated(
            QuarterCalendar calendar,
            LocalDate firstDay,
            LocalDate lastDay,
            int indicators,
            List<ReportPart> parts,
            List<MissingPart> missing,
            List<ConsolidatedLine> lines,
            Narrative narrative,
            @Nullable Integer amends) {

        public Consolidated {
            parts = List.copyOf(parts);
            missing = List.copyOf(missing);
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param version     1 for the first submission; each further one has the next number; earlier versions never change
     * @param pinnedTo    number of the last ledger commit that was read
     * @param pinnedChain chain hash of that commit, 64 hexadecimal digits
     * @param late        whether version 1 was submitted after its due day; further versions repeat it
     * @param recipient   unit that accepts it: the one above on the day of the submission; absent for a province
     * @param hash        of the content: what an acceptance names
     */
    @CorrectsAny(UnitReportSubmitted.class)
    @StoredAs("unit-report.submitted.v1")
    record UnitReportSubmitted(
            UnitId unit,
            Quarter quarter,
            int version,
            Consolidated content,
            long pinnedTo,
            String pinnedChain,
            boolean late,
            LocalDate dueOn,
            @Nullable UnitId recipient,
            String hash)
            implements UnitReportEvent, Correcting, Flagging {

        private static final String FORMAT = "soto/unit-report-content/v1";

        /** With the hash of its content. */
        public UnitReportSubmitted(
                UnitId unit,
                Quarter quarter,
                int version,
                Consolidated content,
                long pinnedTo,
                String pinnedChain,
                boolean late,
                LocalDate dueOn,
                @Nullable UnitId recipient) {
            this(
                    unit,
                    quarter,
                    version,
                    content,
                    pinnedTo,
                    pinnedChain,
                    late,
                    dueOn,
                    recipient,
                    hash(unit, quarter, version, content, pinnedTo, pinnedChain));
        }

        /** The days of its period. */
        public QuarterDays days() {
            return new QuarterDays(quarter, content.firstDay, content.lastDay);
        }

        /** Hash of all that the version says; whether it is in time, and who accepts it, is not part of that. */
        public String contentHash() {
            return hash(unit, quarter, version, content, pinnedTo, pinnedChain);
        }

        private static String hash(
                UnitId unit, Quarter quarter, int version, Consolidated content, long pinnedTo, String pinnedChain) {
            return new CanonicalContent(FORMAT)
                    .text(unit.value())
                    .text(quarter.toString())
                    .text(content.calendar.name())
                    .text(content.firstDay.toString())
                    .text(content.lastDay.toString())
                    .number(version)
                    .number(content.indicators)
                    .number(pinnedTo)
                    .text(pinnedChain)
                    .list(content.parts, UnitReportSubmitted::write)
                    .list(content.missing, UnitReportSubmitted::write)
                    .list(content.lines, UnitReportSubmitted::write)
                    .optional(content.narrative.difficulties(), CanonicalContent::text)
                    .optional(content.narrative.goodModels(), CanonicalContent::text)
                    .optional(content.amends, (each, number) -> each.number(number))
                    .hash();
        }

        private static void write(CanonicalContent to, ReportPart part) {
            to.text(part.reporter().level().name())
                    .text(part.reporter().id())
                    .number(part.version())
                    .text(part.content())
                    .number(part.pinnedTo());
        }

        private static void write(CanonicalContent to, MissingPart part) {
            to.text(part.reporter().level().name())
                    .text(part.reporter().id())
                    .text(part.why().name());
        }

        private static void write(CanonicalContent to, ConsolidatedLine line) {
            to.text(line.code()).number(line.value()).number(line.again()).number(line.lacking());
        }

        @Override
        public Optional<Flag> flag() {
            return late ? REPORT_IS_LATE.with(dueOn) : Optional.empty();
        }

        @Override
        public boolean mayBeFirst() {
            return version == 1;
        }
    }
}
