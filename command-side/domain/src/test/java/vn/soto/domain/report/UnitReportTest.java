package vn.soto.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.access.AccessRule.LEDGER_SAYS_WHO_MAY_APPROVE;
import static vn.soto.domain.access.AccessRule.WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS;
import static vn.soto.domain.report.ConsolidationRule.CONSOLIDATION_HAS_AN_ACCEPTED_REPORT;
import static vn.soto.domain.report.ConsolidationRule.UNIT_OF_A_REPORT_HAS_REPORTS_BELOW;
import static vn.soto.domain.report.ConsolidationRule.UNIT_OF_A_REPORT_IS_IN_FORCE;
import static vn.soto.domain.report.ConsolidationRule.UNIT_REPORT_GOES_TO_A_UNIT_ABOVE;
import static vn.soto.domain.report.ConsolidationRule.UNIT_REPORT_GOES_TO_NO_UNIT_ABOVE;
import static vn.soto.domain.report.ConsolidationRule.UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON;
import static vn.soto.domain.report.ReportRule.CONTENT_IS_THAT_OF_THE_LATEST_VERSION;
import static vn.soto.domain.report.ReportRule.QUARTER_HAS_ENDED;
import static vn.soto.domain.report.ReportRule.REPORT_IS_SUBMITTED;
import static vn.soto.domain.report.ReportRule.REPORT_SUBMITTED_AGAIN_HAS_A_REASON;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_CHANGES;
import static vn.soto.domain.report.ReportRule.REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.report.ReportRule.VERSION_IS_NOT_ACCEPTED;
import static vn.soto.domain.report.ReportRule.VERSION_IS_NOT_RETURNED;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.access.AccessEvent.AccountConfirmed;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.SeparatePersons;
import vn.soto.contracts.report.ConsolidatedLine;
import vn.soto.contracts.report.MissingPart;
import vn.soto.contracts.report.MissingPart.Why;
import vn.soto.contracts.report.Narrative;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.report.ReportPart;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.report.UnitReportEvent.Consolidated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAccepted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportAnnotated;
import vn.soto.contracts.report.UnitReportEvent.UnitReportNoted;
import vn.soto.contracts.report.UnitReportEvent.UnitReportReturned;
import vn.soto.contracts.report.UnitReportEvent.UnitReportSubmitted;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.FixedFigures;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.Scenario;
import vn.soto.domain.access.InternalAccessCommand.ResetAccount;
import vn.soto.domain.access.PasswordProof;
import vn.soto.domain.report.ReportCommand.AcceptReport;
import vn.soto.domain.report.ReportCommand.ReturnReport;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.report.UnitReportCommand.AcceptUnitReport;
import vn.soto.domain.report.UnitReportCommand.AnnotateUnitReport;
import vn.soto.domain.report.UnitReportCommand.NoteUnitReport;
import vn.soto.domain.report.UnitReportCommand.ReturnUnitReport;
import vn.soto.domain.report.UnitReportCommand.SubmitUnitReport;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.testkit.SettableClock;

final class UnitReportTest extends SampleCommune {

    private static final Quarter Q2 = Quarter.parse("2026-Q2");
    private static final SubmitUnitReport CONSOLIDATE = new SubmitUnitReport(COMMUNE, Q2, null);

    private final SettableClock clock = new SettableClock(at(LocalDate.parse("2026-07-06"), "09:00"));
    private final FixedFigures figures = new FixedFigures()
            .with(COMMUNE, TEAM, FAR_TEAM)
            .with(PROVINCE, TEAM, FAR_TEAM)
            .with(PROVINCE, COMMUNE)
            .helping(TEAM, 5, "h-1", "h-2", "h-3")
            .helping(FAR_TEAM, 4, "h-3", "h-4");
    private final Scenario scenario = new Scenario(clock, DefaultPolicy.standard())
            .whereReportsRead(figures)
            .given(units())
            .given(formTeam(), formFarTeam());

    private String submit(TeamId team) {
        return submit(team, null);
    }

    private String submit(TeamId team, @org.jspecify.annotations.Nullable String reason) {
        return ((QuarterlyReportSubmitted) scenario.send(new SubmitQuarterlyReport(team, Q2, reason))
                        .getFirst())
                .contentHash();
    }

    private String accepted(TeamId team) {
        String content = submit(team);
        scenario.given(new AcceptReport(team, Q2, content));
        return content;
    }

    private UnitReportSubmitted consolidated(SubmitUnitReport command) {
        return (UnitReportSubmitted) scenario.send(command).getFirst();
    }

    private static ReportPart part(TeamId team, String content) {
        return new ReportPart(Reporter.of(team), 1, content, 7);
    }

    @Nested
    final class Consolidating {

        @Test
        void pinsTheAcceptedVersionsAndCountsAHouseholdOfTwoTeamsOnce() {
            String near = accepted(TEAM);
            String far = accepted(FAR_TEAM);

            UnitReportSubmitted report = consolidated(CONSOLIDATE);

            assertThat(report.content().parts()).containsExactly(part(TEAM, near), part(FAR_TEAM, far));
            assertThat(report.content().missing()).isEmpty();
            assertThat(report.content().lines())
                    .containsExactly(
                            new ConsolidatedLine("T02", 6, 0, 0),
                            new ConsolidatedLine("H04", 4, 1, 0),
                            new ConsolidatedLine("H05", 9, 0, 0));
            assertThat(report.recipient()).isEqualTo(PROVINCE);
            assertThat(report.hash()).isEqualTo(report.contentHash());
            assertThat(report.pinnedTo()).isEqualTo(7);
        }

        @Test
        void namesWhatIsMissingReturnedOrWaitingAndInventsNothing() {
            String near = accepted(TEAM);
            assertThat(consolidated(CONSOLIDATE).content().missing())
                    .containsExactly(new MissingPart(Reporter.of(FAR_TEAM), Why.NOT_SUBMITTED));

            String far = submit(FAR_TEAM);
            Consolidated waiting = consolidated(again()).content();
            assertThat(waiting.missing()).containsExactly(new MissingPart(Reporter.of(FAR_TEAM), Why.WAITING));
            assertThat(waiting.parts()).containsExactly(part(TEAM, near));
            assertThat(waiting.lines())
                    .containsExactly(
                            new ConsolidatedLine("T02", 3, 0, 0),
                            new ConsolidatedLine("H04", 3, 0, 0),
                            new ConsolidatedLine("H05", 5, 0, 0));

            scenario.given(new ReturnReport(FAR_TEAM, Q2, far, "Thiếu số liệu tuyên truyền"));
            assertThat(consolidated(again()).content().missing())
                    .containsExactly(new MissingPart(Reporter.of(FAR_TEAM), Why.RETURNED));
        }

        @Test
        void keepsTheAcceptedVersionWhileAnAmendmentWaits() {
            String first = accepted(TEAM);
            submit(TEAM, "Bổ sung lượt ghi muộn");

            assertThat(consolidated(CONSOLIDATE).content().parts()).containsExactly(part(TEAM, first));
        }

        @Test
        void needsAnAcceptedReport() {
            submit(TEAM);

            scenario.when(CONSOLIDATE).isRefusedBy(CONSOLIDATION_HAS_AN_ACCEPTED_REPORT, 2);
        }

        @Test
        void comesAfterTheQuarterAndAgainWithAReason() {
            accepted(TEAM);

            scenario.when(new SubmitUnitReport(COMMUNE, Q2.next(), null))
                    .isRefusedBy(QUARTER_HAS_ENDED, LocalDate.parse("2026-09-30"));
            scenario.given(CONSOLIDATE).when(CONSOLIDATE).isRefusedBy(REPORT_SUBMITTED_AGAIN_HAS_A_REASON, 1);
        }

        @Test
        void isOfACommuneOrAboveNeverOfAHamlet() {
            scenario.when(new SubmitUnitReport(HAMLET, Q2, null))
                    .isRefusedBy(UNIT_OF_A_REPORT_HAS_REPORTS_BELOW, HAMLET.value());
        }

        /** Teams have until Monday 6 July; a commune has two working days more, a province six. */
        @ParameterizedTest
        @CsvSource({"2026-07-08, false", "2026-07-09, true"})
        void aCommuneHasTwoWorkingDaysMoreThanItsTeams(LocalDate day, boolean late) {
            accepted(TEAM);
            clock.set(at(day, "15:00"));

            UnitReportSubmitted report = consolidated(CONSOLIDATE);

            assertThat(report.late()).isEqualTo(late);
            assertThat(report.dueOn()).isEqualTo(LocalDate.parse("2026-07-08"));
        }

        private SubmitUnitReport again() {
            return new SubmitUnitReport(COMMUNE, Q2, "Thêm báo cáo mới tiếp nhận");
        }
    }

    @Nested
    final class GoingUpTheLine {

        @Test
        void aProvinceConsolidatesWhatItAcceptedOfItsCommunes() {
            accepted(TEAM);
            accepted(FAR_TEAM);
            UnitReportSubmitted commune = consolidated(CONSOLIDATE);
            scenario.when(new SubmitUnitReport(PROVINCE, Q2, null))
                    .isRefusedBy(CONSOLIDATION_HAS_AN_ACCEPTED_REPORT, 1);
            scenario.given(new AcceptUnitReport(COMMUNE, Q2, commune.hash()));

            UnitReportSubmitted province = consolidated(new SubmitUnitReport(PROVINCE, Q2, null));

            assertThat(province.content().parts())
                    .containsExactly(new ReportPart(Reporter.of(COMMUNE), 1, commune.hash(), 7));
            assertThat(province.content().lines())
                    .containsExactly(
                            new ConsolidatedLine("T02", 6, 0, 0),
                            new ConsolidatedLine("H04", 4, 0, 0),
                            new ConsolidatedLine("H05", 9, 0, 0));
            assertThat(province.recipient()).isNull();
            scenario.when(new AcceptUnitReport(PROVINCE, Q2, province.hash()))
                    .isRefusedBy(UNIT_REPORT_GOES_TO_A_UNIT_ABOVE);
        }

        @Test
        void isReturnedWithAReasonAndSubmittedAgain() {
            accepted(TEAM);
            UnitReportSubmitted first = consolidated(CONSOLIDATE);
            ReturnUnitReport back = new ReturnUnitReport(COMMUNE, Q2, first.hash(), "Còn thiếu một tổ");

            scenario.when(back).decides(new UnitReportReturned(COMMUNE, Q2, 1, first.hash()));
            scenario.when(new AcceptUnitReport(COMMUNE, Q2, first.hash())).isRefusedBy(VERSION_IS_NOT_RETURNED, 1);
            accepted(FAR_TEAM);
            UnitReportSubmitted second = consolidated(new SubmitUnitReport(COMMUNE, Q2, "Đã đủ các tổ"));
            scenario.when(new AcceptUnitReport(COMMUNE, Q2, first.hash()))
                    .isRefusedBy(CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 2, second.hash());
            scenario.when(new AcceptUnitReport(COMMUNE, Q2, second.hash()))
                    .decides(new UnitReportAccepted(COMMUNE, Q2, 2, second.hash()));
            scenario.when(back).isRefusedBy(CONTENT_IS_THAT_OF_THE_LATEST_VERSION, 2, second.hash());
            scenario.when(new AcceptUnitReport(COMMUNE, Q2, second.hash())).isRefusedBy(VERSION_IS_NOT_ACCEPTED, 2);
        }

        @Test
        void anAcceptedVersionIsAmendedByAnother() {
            accepted(TEAM);
            scenario.given(
                    new AcceptUnitReport(COMMUNE, Q2, consolidated(CONSOLIDATE).hash()));

            assertThat(consolidated(new SubmitUnitReport(COMMUNE, Q2, "Thêm một tổ"))
                            .content()
                            .amends())
                    .isEqualTo(1);
        }

        @Test
        void nobodyJudgesWhatIsNotSubmitted() {
            scenario.given(new AnnotateUnitReport(COMMUNE, Q2, "Thiếu máy tính", null));

            scenario.when(new AcceptUnitReport(COMMUNE, Q2, "ab".repeat(32))).isRefusedBy(REPORT_IS_SUBMITTED);
        }
    }

    @Nested
    final class Annotating {

        @Test
        void goesIntoTheNextVersion() {
            AnnotateUnitReport written = new AnnotateUnitReport(COMMUNE, Q2, "Thiếu máy tính", null);
            Narrative narrative = new Narrative("Thiếu máy tính", null);

            scenario.when(written).decides(new UnitReportAnnotated(COMMUNE, Q2, narrative));
            scenario.when(written).isRefusedBy(REPORT_TEXT_CHANGES);
            accepted(TEAM);
            assertThat(consolidated(CONSOLIDATE).content().narrative()).isEqualTo(narrative);
        }

        @Test
        void holdsNoPersonalNumber() {
            scenario.when(new AnnotateUnitReport(COMMUNE, Q2, "Gọi 0912345678", null))
                    .isRefusedBy(REPORT_TEXT_HOLDS_NO_PERSONAL_NUMBER);
        }
    }

    @Nested
    final class TakingNote {

        private static final Instrument PAPER = signedOn(LocalDate.parse("2026-07-03"));
        private static final LocalDate DAY = LocalDate.parse("2026-01-01");

        /** The note of a report that the account consolidates for the province. */
        private NoteUnitReport noteOfTheProvinceBy(String account) {
            accepted(TEAM);
            scenario.given(
                    new AcceptUnitReport(COMMUNE, Q2, consolidated(CONSOLIDATE).hash()));
            scenario.as(account);
            return new NoteUnitReport(
                    PROVINCE,
                    Q2,
                    consolidated(new SubmitUnitReport(PROVINCE, Q2, null)).hash(),
                    PAPER);
        }

        @Test
        void closesTheReportAboveWhichThereIsNoneByAnotherOfficer() {
            accepted(TEAM);
            UnitReportSubmitted commune = consolidated(CONSOLIDATE);
            scenario.when(new NoteUnitReport(COMMUNE, Q2, commune.hash(), PAPER))
                    .isRefusedBy(UNIT_REPORT_GOES_TO_NO_UNIT_ABOVE);
            scenario.given(new AcceptUnitReport(COMMUNE, Q2, commune.hash()));
            UnitReportSubmitted province = consolidated(new SubmitUnitReport(PROVINCE, Q2, null));
            NoteUnitReport note = new NoteUnitReport(PROVINCE, Q2, province.hash(), PAPER);

            scenario.when(note).isRefusedBy(LEDGER_SAYS_WHO_MAY_APPROVE);
            scenario.administrators(DAY, "tester", "can-bo-2").as("tester");
            scenario.when(note).isRefusedBy(UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON);
            scenario.as("can-bo-2").when(note).decides(new UnitReportNoted(PROVINCE, Q2, 1, province.hash(), PAPER));
            scenario.when(note).isRefusedBy(VERSION_IS_NOT_ACCEPTED, 1);
            assertThat(consolidated(new SubmitUnitReport(PROVINCE, Q2, "Xã bổ sung"))
                            .content()
                            .amends())
                    .isEqualTo(1);
        }

        @Test
        void takesThePasswordOfTheLastFifteenMinutes() {
            NoteUnitReport note = noteOfTheProvinceBy("can-bo-1");
            scenario.administrators(DAY, "can-bo-1", "can-bo-2");

            scenario.as("can-bo-2")
                    .proven(clock.instant().minus(PasswordProof.LASTS).minusSeconds(1))
                    .when(note)
                    .isRefusedBy(WHOEVER_APPROVES_HAS_JUST_SHOWN_WHO_IT_IS, 15L);
            scenario.proven(clock.instant().minus(PasswordProof.LASTS))
                    .when(note)
                    .decides(new UnitReportNoted(PROVINCE, Q2, 1, note.content(), PAPER));
        }

        /** One wishes a reset honestly, the other carries it out, consolidates as the officer and waits. */
        @Test
        void isNotByWhoeverCouldSignInAsTheAuthorOfTheLastVersion() {
            scenario.firstAdministrator("an", DAY).as("an");
            for (String name : List.of("can-bo-1", "can-bo-2", "binh")) {
                AccountId account = new AccountId(name);
                Role role = name.equals("binh") ? Role.ADMINISTRATOR : Role.OFFICER;
                scenario.given(grant(account, "g-1", role, null, DAY));
                scenario.onTheMachine(new AccountConfirmed(account));
            }
            scenario.given(new ResetAccount(new AccountId("can-bo-1"), new AccountId("binh"), false));
            NoteUnitReport note = noteOfTheProvinceBy("can-bo-1");
            clock.advance(SeparatePersons.TAKEN_OVER.plusSeconds(1));

            scenario.as("an").when(note).isRefusedBy(UNIT_REPORT_IS_NOTED_BY_ANOTHER_PERSON);
            scenario.as("can-bo-2").when(note).decides(new UnitReportNoted(PROVINCE, Q2, 1, note.content(), PAPER));
        }
    }

    /** The commune becomes part of another on 15 July: after the quarter, in the middle of its reports. */
    @Nested
    final class AcrossAReorganisation {

        private static final UnitId WARD = new UnitId("u-ward");
        private static final LocalDate REFORM = LocalDate.parse("2026-07-15");
        private static final LocalDate AFTER = LocalDate.parse("2026-07-16");

        private void reform() {
            figures.with(WARD, TEAM, FAR_TEAM).with(PROVINCE, WARD);
            scenario.given(
                    establish(WARD, UnitKind.WARD, "Phường Mới", "25999", PROVINCE),
                    new MergeUnits(WARD, List.of(COMMUNE), signedOn(FOUNDED), REFORM));
            clock.set(at(AFTER, "09:00"));
        }

        @Test
        void theUnitThatIsThereConsolidatesTheQuarterAndTheOldOneNoMore() {
            reform();
            String near = accepted(TEAM);

            scenario.when(CONSOLIDATE).isRefusedBy(UNIT_OF_A_REPORT_IS_IN_FORCE, AFTER);
            Consolidated report =
                    consolidated(new SubmitUnitReport(WARD, Q2, null)).content();
            assertThat(report.parts()).containsExactly(part(TEAM, near));
            assertThat(report.missing()).containsExactly(new MissingPart(Reporter.of(FAR_TEAM), Why.NOT_SUBMITTED));
        }

        @Test
        void whatTheOldUnitReportedIsNotAddedUpAgainAndWhatItDidNotIsNotLost() {
            String near = accepted(TEAM);
            UnitReportSubmitted old = consolidated(CONSOLIDATE);
            scenario.given(new AcceptUnitReport(COMMUNE, Q2, old.hash()));
            reform();
            String far = accepted(FAR_TEAM);
            UnitReportSubmitted ward = consolidated(new SubmitUnitReport(WARD, Q2, null));
            scenario.given(new AcceptUnitReport(WARD, Q2, ward.hash()));

            assertThat(old.content().parts()).extracting(ReportPart::content).containsExactly(near);
            assertThat(ward.content().parts()).extracting(ReportPart::content).containsExactly(far);
            assertThat(ward.content().missing()).isEmpty();
            assertThat(consolidated(new SubmitUnitReport(PROVINCE, Q2, null))
                            .content()
                            .parts())
                    .extracting(ReportPart::content)
                    .containsExactly(old.hash(), ward.hash());
        }

        /** A late amendment of a team comes to the sum of the province through the report of the commune that is there no more. */
        @Test
        void theOldUnitsReportIsAmendedInItsNameByTheUnitThatActsForIt() {
            accepted(TEAM);
            scenario.given(
                    new AcceptUnitReport(COMMUNE, Q2, consolidated(CONSOLIDATE).hash()));
            reform();
            UnitReportSubmitted before = consolidated(new SubmitUnitReport(PROVINCE, Q2, null));
            figures.helping(TEAM, 7, "h-1", "h-2", "h-3", "h-5");
            String late = submit(TEAM, "Bổ sung lượt ghi muộn");
            scenario.given(new AcceptReport(TEAM, Q2, late));

            scenario.when(new SubmitUnitReport(WARD, Q2, null)).isRefusedBy(CONSOLIDATION_HAS_AN_ACCEPTED_REPORT, 1);
            UnitReportSubmitted old = consolidated(new SubmitUnitReport(COMMUNE, Q2, "Tổ bổ sung lượt ghi muộn"));

            assertThat(old.content().parts()).containsExactly(new ReportPart(Reporter.of(TEAM), 2, late, 7));
            assertThat(old.content().amends()).isEqualTo(1);
            assertThat(old.recipient()).isEqualTo(PROVINCE);
            scenario.given(new AcceptUnitReport(COMMUNE, Q2, old.hash()));
            UnitReportSubmitted after = consolidated(new SubmitUnitReport(PROVINCE, Q2, "Xã cũ bổ sung"));
            assertThat(value(before, "H05")).isEqualTo(5);
            assertThat(value(after, "H05")).isEqualTo(7);
            assertThat(value(after, "H04")).isEqualTo(4);
        }

        /** A report that waited for the old unit is the new unit's, so that no report is in both. */
        @Test
        void theOldUnitTakesInNothingElse() {
            accepted(TEAM);
            submit(FAR_TEAM);
            consolidated(CONSOLIDATE);
            reform();

            assertThat(consolidated(new SubmitUnitReport(COMMUNE, Q2, "Kiểm tra lại"))
                            .content()
                            .missing())
                    .isEmpty();
            scenario.when(new SubmitUnitReport(WARD, Q2, null)).isRefusedBy(CONSOLIDATION_HAS_AN_ACCEPTED_REPORT, 1);
        }

        private static long value(UnitReportSubmitted report, String code) {
            return report.content().lines().stream()
                    .filter(line -> line.code().equals(code))
                    .findFirst()
                    .orElseThrow()
                    .value();
        }
    }
}
