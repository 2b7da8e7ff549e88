package vn.soto.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.report.ReportRule.CONTENT_IS_THAT_OF_THE_LATEST_VERSION;
import static vn.soto.domain.report.ReportRule.LINE_IS_OVERRIDDEN;
import static vn.soto.domain.report.ReportRule.OVERRIDDEN_LINE_IS_DERIVED;
import static vn.soto.domain.report.ReportRule.OVERRIDE_CHANGES;
import static vn.soto.domain.report.ReportRule.OVERRIDE_IS_PLAUSIBLE;
import static vn.soto.domain.report.ReportRule.REPORT_IS_SUBMITTED;
import static vn.soto.domain.report.ReportRule.REPORT_SUBMITTED_AGAIN_HAS_A_REASON;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_CHANGES;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG;
import static vn.soto.domain.report.ReportRule.VERSION_IS_NOT_ACCEPTED;
import static vn.soto.domain.report.ReportRule.VERSION_IS_NOT_RETURNED;
import static vn.soto.domain.report.ReportRule.VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.report.LineOverride;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.Recipient;
import vn.soto.contracts.report.ReportContent;
import vn.soto.contracts.report.ReportEvent.LineOverridden;
import vn.soto.contracts.report.ReportEvent.OverrideWithdrawn;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportEvent.ReportAccepted;
import vn.soto.contracts.report.ReportEvent.ReportAnnotated;
import vn.soto.contracts.report.ReportEvent.ReportReturned;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.AnnotateReport;
import vn.soto.domain.report.ReportCommand.OverrideReportLine;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.ReportCommand.WithdrawOverride;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** A report on its way: what the team adds, and what the commune makes of it. */
final class ReportAcceptanceTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");
    private static final UnitId OTHER_COMMUNE = new UnitId("u-commune-2");
    private static final String WHY = "FIGURES_DOUBTFUL";

    private final Scenario scenario = on("2026-07-03");

    private static Scenario on(String today) {
        return new Scenario(Clock.fixed(at(LocalDate.parse(today), "09:00"), ZoneOffset.UTC), DefaultPolicy.standard())
                .given(units())
                .given(formTeam());
    }

    private QuarterlyReportSubmitted submit(@Nullable String reason) {
        return (QuarterlyReportSubmitted)
                scenario.send(new SubmitQuarterlyReport(TEAM, Q2, reason)).getFirst();
    }

    private static String hash(QuarterlyReportSubmitted version) {
        return Objects.requireNonNull(version.hash());
    }

    private static ReportContent content(QuarterlyReportSubmitted version) {
        return Objects.requireNonNull(version.content());
    }

    private static AcceptReport accept(String content) {
        return new AcceptReport(TEAM, Q2, content);
    }

    private static ReturnReport sendBack(String content) {
        return new ReturnReport(TEAM, Q2, content, WHY);
    }

    private static OverrideReportLine override(String code, long value) {
        return new OverrideReportLine(TEAM, Q2, code, value, "PAPER_RECORDS");
    }

    @Nested
    final class AcceptingAReport {

        @Test
        void whatIsAcceptedIsTheContentThatWasRead() {
            String read = hash(submit(null));

            scenario.when(accept("0".repeat(64))).isRefusedBy(CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 1, read);
            scenario.when(accept(read)).decides(new ReportAccepted(TEAM, Q2, 1, read));
        }

        @Test
        void aVersionSubmittedMeanwhileIsNotAcceptedUnseen() {
            String read = hash(submit(null));
            String latest = hash(submit("MISSING_ENTRY"));

            assertThat(latest).isNotEqualTo(read);
            scenario.when(accept(read)).isRefusedBy(CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 2, latest);
        }

        @Test
        void aReturnedVersionIsNotAccepted() {
            String read = hash(submit(null));
            scenario.given(sendBack(read));

            scenario.when(accept(read)).isRefusedBy(VERSION_IS_NOT_RETURNED, 1);
        }

        @Test
        void anAcceptedVersionIsNeitherAcceptedAgainNorReturned() {
            String read = hash(submit(null));
            scenario.given(accept(read));

            scenario.when(accept(read)).isRefusedBy(VERSION_IS_NOT_ACCEPTED, 1);
            scenario.when(sendBack(read)).isRefusedBy(VERSION_IS_NOT_ACCEPTED, 1);
        }

        @Test
        void nobodyAcceptsWhatWasNotSubmitted() {
            scenario.when(accept("0".repeat(64))).isRefusedBy(REPORT_IS_SUBMITTED);
            scenario.when(sendBack("0".repeat(64))).isRefusedBy(REPORT_IS_SUBMITTED);
        }

        @Test
        void aVersionAfterAcceptanceAmendsTheAcceptedOneAndHasAReason() {
            assertThat(content(submit(null)).amends()).isNull();
            String second = hash(submit("MISSING_ENTRY"));
            scenario.given(accept(second));

            scenario.when(new SubmitQuarterlyReport(TEAM, Q2, null))
                    .isRefusedBy(REPORT_SUBMITTED_AGAIN_HAS_A_REASON, 2);
            QuarterlyReportSubmitted amendment = submit("LATER_KNOWN");
            assertThat(content(amendment).amends()).isEqualTo(2);
            scenario.given(accept(hash(amendment)));
            assertThat(content(submit("LATER_KNOWN")).amends()).isEqualTo(3);
        }
    }

    @Nested
    final class ReturningAReport {

        @Test
        void saysWhichContentIsReturnedAndLetsTheTeamSubmitAgain() {
            String read = hash(submit(null));

            scenario.when(sendBack(read)).decides(new ReportReturned(TEAM, Q2, 1, read));
            scenario.when(sendBack(read)).isRefusedBy(VERSION_IS_NOT_RETURNED, 1);
            String second = hash(submit("MISSING_ENTRY"));
            scenario.when(accept(second)).decides(new ReportAccepted(TEAM, Q2, 2, second));
        }
    }

    @Nested
    final class WritingTheTexts {

        private final AnnotateReport written = new AnnotateReport(TEAM, Q2, "  Mạng yếu ở ấp. ", null);

        @Test
        void theNextVersionSaysThem() {
            Narrative kept = new Narrative("Mạng yếu ở ấp.", null);

            scenario.when(written).decides(new ReportAnnotated(TEAM, Q2, kept));
            scenario.when(written).isRefusedBy(REPORT_TEXT_CHANGES);
            assertThat(content(submit(null)).narrative()).isEqualTo(kept);
        }

        @Test
        void changeNothingInTheVersionSubmittedBefore() {
            String read = hash(submit(null));
            scenario.given(written);

            scenario.when(accept(read)).decides(new ReportAccepted(TEAM, Q2, 1, read));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Bà Sáu ở ấp 2, điện thoại 0909 123 456, chưa biết dùng.",
                    "Căn cước 074 088 001 234 chưa kích hoạt.",
                    "Góp ý gửi về lan@example.com"
                })
        void withPersonalNumbersAreRefused(String text) {
            scenario.when(new AnnotateReport(TEAM, Q2, text, null)).isRefusedBy(REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER);
            scenario.when(new AnnotateReport(TEAM, Q2, null, text)).isRefusedBy(REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER);
        }

        @Test
        void areNeitherEmptyNorTooLong() {
            scenario.when(new AnnotateReport(TEAM, Q2, "x".repeat(2_001), null))
                    .isRefusedBy(REPORT_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG, 2_000);
            scenario.when(new AnnotateReport(TEAM, Q2, " ", null))
                    .isRefusedBy(REPORT_TEXT_IS_NEITHER_EMPTY_NOR_TOO_LONG, 2_000);
        }
    }

    @Nested
    final class OverridingALine {

        @Test
        void keepsTheValueOfTheLedgerBesideTheReportedOne() {
            scenario.when(override("T02", 5)).decides(new LineOverridden(TEAM, Q2, new LineOverride("T02", 5)));
            QuarterlyReportSubmitted version = submit(null);

            assertThat(version.figures()).containsExactly(new Figure("T02", 3));
            assertThat(content(version).overrides()).containsExactly(new LineOverride("T02", 5));
            assertThat(version.reported()).containsExactly(new Figure("T02", 5));
        }

        @Test
        void staysUntilItIsWithdrawn() {
            scenario.given(override("T02", 5));
            assertThat(submit(null).reported()).containsExactly(new Figure("T02", 5));

            WithdrawOverride withdrawn = new WithdrawOverride(TEAM, Q2, "T02");
            scenario.when(withdrawn).decides(new OverrideWithdrawn(TEAM, Q2, "T02"));
            scenario.when(withdrawn).isRefusedBy(LINE_IS_OVERRIDDEN, "T02");
            assertThat(submit("WRONG_ENTRY").reported()).containsExactly(new Figure("T02", 3));
        }

        @Test
        void needsALineOfTheLedgerAPlausibleValueAndAChange() {
            scenario.given(override("T02", 5));

            scenario.when(override("T02", 5)).isRefusedBy(OVERRIDE_CHANGES);
            scenario.when(override("T02", -1)).isRefusedBy(OVERRIDE_IS_PLAUSIBLE, 1_000_000);
            scenario.when(override("T02", 1_000_001)).isRefusedBy(OVERRIDE_IS_PLAUSIBLE, 1_000_000);
            scenario.when(override("H01", 5)).isRefusedBy(OVERRIDDEN_LINE_IS_DERIVED, "H01");
            scenario.when(override("Z99", 5)).isRefusedBy(OVERRIDDEN_LINE_IS_DERIVED, "Z99");
        }
    }

    @Nested
    final class TheRecipient {

        @Test
        void isTheCommuneOfTheTeam() {
            assertThat(submit(null).recipient()).isEqualTo(new Recipient(COMMUNE, null, List.of()));
        }

        @Test
        void ofAQuarterInWhichTheCommuneWasMergedIsTheNewOneAndTheReportSaysWhy() {
            scenario.given(
                    establish(OTHER_COMMUNE, UnitKind.COMMUNE, "Minh Tân", "25781", PROVINCE),
                    new MergeUnits(OTHER_COMMUNE, List.of(COMMUNE), signedOn(FOUNDED), LocalDate.parse("2026-07-01")));

            assertThat(submit(null).recipient())
                    .isEqualTo(new Recipient(OTHER_COMMUNE, Recipient.Note.REORGANISED, List.of(COMMUNE)));
        }

        @Test
        void ofATeamThatWorksInTwoCommunesIsTheOneWithMostOfItsUnits() {
            UnitId third = new UnitId("u-hamlet-3");
            LocalDate from = LocalDate.parse("2026-03-10");
            scenario.given(
                    establish(OTHER_COMMUNE, UnitKind.COMMUNE, "Minh Tân", "25781", PROVINCE),
                    establish(third, UnitKind.HAMLET, "Đồng Tâm 3", null, COMMUNE),
                    new ReparentUnit(FAR_HAMLET, OTHER_COMMUNE, null, signedOn(FOUNDED), from),
                    new ReparentUnit(third, OTHER_COMMUNE, null, signedOn(FOUNDED), from),
                    cover(TEAM, from, HAMLET, FAR_HAMLET, third));

            assertThat(submit(null).recipient())
                    .isEqualTo(new Recipient(OTHER_COMMUNE, Recipient.Note.SEVERAL_COMMUNES, List.of(COMMUNE)));
        }
    }

    @Nested
    final class AReportFromBeforeAcceptance {

        /** As the version before wrote it. */
        private void submittedThen() {
            String body = """
                    {"team":"team-1","quarter":"2026-Q2","calendar":"CALENDAR","version":1,"indicators":4,\
                    "figures":[{"code":"T02","value":3}],"pinnedTo":6,"pinnedChain":"%s","late":false,\
                    "dueOn":"2026-07-06"}""".formatted("ab".repeat(32));
            UUID id = new UUID(9, 1);
            scenario.ledger()
                    .append(new Draft(
                            id,
                            new Origin.Command(id, "submit-quarterly-report", Hash.of(new byte[32])),
                            "leader",
                            null,
                            null,
                            "test",
                            "test",
                            List.of(new RecordedEvent(
                                    "e-before",
                                    at(LocalDate.parse("2026-07-02"), "09:00"),
                                    new EventType("report.submitted", "2"),
                                    new StreamPosition("report", "report:team-1:2026-Q2", 0),
                                    new TreeMap<>(),
                                    List.of("team:team-1"),
                                    new Payload("json", body.getBytes(StandardCharsets.UTF_8)))),
                            List.of()));
        }

        @Test
        void isNeitherAcceptedNorReturned() {
            submittedThen();

            scenario.when(accept("0".repeat(64))).isRefusedBy(VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE, 1);
            scenario.when(sendBack("0".repeat(64))).isRefusedBy(VERSION_WAS_SUBMITTED_FOR_ACCEPTANCE, 1);
        }

        @Test
        void isFollowedByAVersionThatCanBeAcceptedAndAmendsNothing() {
            submittedThen();
            QuarterlyReportSubmitted second = submit("MISSING_ENTRY");

            assertThat(second.version()).isEqualTo(2);
            assertThat(content(second).amends()).isNull();
            scenario.when(accept(hash(second))).decides(new ReportAccepted(TEAM, Q2, 2, hash(second)));
        }
    }
}
