package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportFixture.csv;
import static vn.soto.plans.imports.ImportKind.HOUSEHOLDS;
import static vn.soto.plans.imports.ImportKind.MEMBERS;
import static vn.soto.plans.imports.ImportKind.TEAMS;
import static vn.soto.plans.imports.ImportKind.UNITS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.StepRefusal;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.RenameUnit;
import vn.soto.domain.unit.UnitCommand.UndoUnitChange;
import vn.soto.plans.Step;
import vn.soto.plans.imports.lookup.MemberCodes;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.privacy.MasterKey;

final class ImportServiceTest {

    private static final String HEADER = "Địa bàn;Xã/Phường;Mã hộ;Tổ;Người phụ trách;Phân công từ ngày";

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private static Upload households(int number) {
        return csv(
                HOUSEHOLDS,
                Stream.concat(
                                Stream.of(HEADER),
                                IntStream.range(0, number)
                                        .mapToObj(i -> "Ấp Đồng Tâm 1;;HO-" + i
                                                + ";Tổ công nghệ số ấp Đồng Tâm 1;m-hung;02/03/2026"))
                        .toArray(String[]::new));
    }

    @Nested
    final class DryRuns {

        @Test
        void recordsNothing() {
            long before = fixture.ledger.tail().number();

            DryRunReport report = fixture.dryRun(households(5));

            assertThat(report)
                    .extracting(DryRunReport::rows, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(5, 5, 0);
            assertThat(fixture.ledger.tail().number()).isEqualTo(before);
        }

        @Test
        void namesRowColumnCauseAndWhatMayHaveBeenMeant() {
            DryRunReport report = fixture.dryRun(csv(
                    HOUSEHOLDS,
                    HEADER,
                    "Ấp Dong Tam 1;;HO-1;;;",
                    "Ấp 3;;HO-2;;;",
                    "Ấp 3;Hoà Phú;HO-3;;;",
                    "Ấp 3, xã Minh Thạnh;;HO-4;;;",
                    "Ấp Đồng Tâm 1;;HO-5;Tổ công nghệ ấp Đồng Tâm 1;m-hung;02/03/2026",
                    "Ấp Đồng Tâm 1;;HO-6;team-1;M Hùng;02/03/2026",
                    "Ấp Đồng Tâm 1;;HO-7;team-1;m-hung;31/02/2026",
                    "Ấp Đồng Tâm 1;;HO-8;team-1;;",
                    "Ấp Đồng Tâm 1;;;;;",
                    "Ấp 3, xã Minh Thạnh;;HO-4;;;",
                    "Ấp Đồng Tâm 1;;Nguyễn Văn A;;;",
                    "Ấp Đồng Tâm 1;;HO-9;team-1;m-ai-do;02/03/2026",
                    "Ấp 3, Minh Thạnh;;HO-10;team-1;m-hung;02/03/2026"));

            assertThat(report.findings())
                    .extracting(Finding::row, Finding::column, Finding::code, Finding::suggestion)
                    .containsExactly(
                            tuple(2, "unit", "unit-unknown", "ấp Đồng Tâm 1, xã Minh Thạnh"),
                            tuple(3, "unit", "unit-ambiguous", null),
                            tuple(6, "team", "team-unknown", "Tổ công nghệ số ấp Đồng Tâm 1, ấp Đồng Tâm 1"),
                            tuple(7, "member", "cell-no-id", "m-hung"),
                            tuple(8, "effective_from", "cell-no-day", null),
                            tuple(9, "member", "assignment-incomplete", null),
                            tuple(10, "reference", "cell-missing", null),
                            tuple(11, "reference", "row-repeats-row", null),
                            tuple(12, "reference", "HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE", null),
                            tuple(13, "member", "RESPONSIBLE_MEMBER_BELONGS_TO_TEAM", null),
                            tuple(14, "team", "RESPONSIBLE_TEAM_COVERS_HOUSEHOLD", null));
            assertThat(report)
                    .extracting(DryRunReport::rows, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(13, 2, 11);
        }

        @Test
        void rowsOfUnitsRestOnEachOther() {
            DryRunReport report = fixture.dryRun(csv(
                    UNITS,
                    "Mã riêng,Loại,Tên,Mã ĐVHC,Thuộc,Số văn bản,Ngày ký,Ngày hiệu lực",
                    ",Xã,Tân Lập,25782,Bình Dương,19/2025/QĐ-TTg,30/06/2025,01/07/2025",
                    ",Ấp,Một,,Tân Lập,01/NQ,30/06/2025,01/07/2025",
                    ",ấp,Một,,xã Tân Lập,01/NQ,30/06/2025,01/07/2025",
                    ",ấp,Hai,,Tân Lạp,01/NQ,30/06/2025,01/07/2025",
                    ",vương quốc,Ba,,Tân Lập,01/NQ,30/06/2025,01/07/2025",
                    ",Phường,Bốn,25,Bình Dương,01/NQ,30/06/2025,01/07/2025"));

            assertThat(report.findings())
                    .extracting(Finding::row, Finding::column, Finding::code)
                    .containsExactly(
                            tuple(4, "unit", "row-repeats-row"),
                            tuple(5, "parent", "unit-unknown"),
                            tuple(6, "kind", "cell-no-choice"),
                            tuple(7, "official_code", "OFFICIAL_CODE_HAS_THE_DIGITS_OF_ITS_TIER"));
            assertThat(report.findings().get(1).suggestion()).isEqualTo("xã Tân Lập, tỉnh Bình Dương");
        }

        @Test
        void findsUnitsUnderTheNamesTheyBearAndPrefersThoseThatLast() {
            Instrument decree = new Instrument("9/NQ", LocalDate.of(2026, 6, 1));
            LocalDate day = LocalDate.of(2026, 7, 1);
            fixture.send(new RenameUnit(new UnitId("u-hamlet-1"), "Suối Giữa", decree, day));
            fixture.send(new AbolishUnit(new UnitId("u-hamlet-3"), decree, day));
            fixture.send(new RenameUnit(new UnitId("u-commune"), "Tân Minh", decree, day));
            fixture.send(new UndoUnitChange(new UnitId("u-commune"), UnitChange.RENAMED, day, "nhập nhầm tên"));

            DryRunReport report = fixture.dryRun(csv(
                    HOUSEHOLDS,
                    HEADER,
                    "Ấp Suối Giữa;Minh Thạnh;HO-1;;;",
                    "Ấp Đồng Tâm 1;;HO-2;;;",
                    "Ấp 3;;HO-3;;;",
                    "Ấp 3;Tân Minh;HO-4;;;"));

            assertThat(report.findings())
                    .extracting(Finding::row, Finding::code)
                    .containsExactly(tuple(3, "unit-unknown"), tuple(5, "unit-unknown"));
        }

        @Test
        void saysWhichRowsAreRecordedAlready() {
            fixture.carryOut(households(3));

            DryRunReport report = fixture.dryRun(households(5));

            assertThat(report)
                    .extracting(DryRunReport::rows, DryRunReport::ready, DryRunReport::repeated, DryRunReport::wrong)
                    .containsExactly(5, 2, 3, 0);
        }

        @Test
        @Tag("long")
        void forgetsEarlierHouseholdsInALongFile() {
            DryRunReport report = fixture.dryRun(households(1_500));

            assertThat(report)
                    .extracting(DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(1_500, 0);
        }

        @Test
        void namesColumnsNobodyReads() {
            assertThat(fixture.dryRun(csv(HOUSEHOLDS, "STT,Đơn vị,Mã,Ghi chú", "1,Ấp Đồng Tâm 1,HO-1,x"))
                            .ignored())
                    .containsExactly("STT", "Ghi chú");
        }
    }

    @Nested
    final class CarryingOut {

        @Test
        void registersAndAssignsHouseholds() {
            PlanProgressed progress = fixture.carryOut(households(120));

            assertThat(progress)
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(240, 0, 0);
        }

        @Test
        void aFileSentTwiceChangesNothing() {
            ImportService.Accepted first = fixture.imports.carryOut(households(50), false);
            fixture.complete(first.plan().plan());
            long before = fixture.ledger.tail().number();

            ImportService.Accepted again = fixture.imports.carryOut(households(50), false);

            assertThat(again.plan().plan()).isEqualTo(first.plan().plan());
            assertThat(again.plan().commit()).isEqualTo(first.plan().commit());
            assertThat(again.plan().repeat()).isTrue();
            assertThat(fixture.ledger.tail().number()).isEqualTo(before);
        }

        @Test
        void aFileWhosePlanWasTakenBackMayBeSentAgain() {
            PlanId first =
                    fixture.imports.carryOut(households(50), false).plan().plan();
            fixture.complete(first);
            assertThat(fixture.takeBack(first).refused()).isZero();

            ImportService.Accepted again = fixture.imports.carryOut(households(50), false);

            assertThat(again.plan().plan()).isNotEqualTo(first);
            assertThat(fixture.complete(again.plan().plan()))
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(100, 0, 0);
            assertThat(fixture.imports.carryOut(households(50), false).plan().plan())
                    .isEqualTo(again.plan().plan());
        }

        @Test
        void teamsAreTakenBackAndComeInAgain() {
            Upload teams = csv(
                    TEAMS,
                    "Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày",
                    "Tổ Ấp 3,05/QĐ-UBND,01/07/2025,\"Ấp 3, Minh Thạnh\",m-an; m-binh; m-chi,m-an,02/03/2026");
            PlanId first = fixture.imports.carryOut(teams, false).plan().plan();
            fixture.complete(first);

            assertThat(fixture.takeBack(first))
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(1, 0);
            assertThat(fixture.carryOut(teams).done()).isEqualTo(1);
        }

        @Test
        void aFileSentBySomebodyElseOrWithRowsAddedRepeatsWhatIsThere() {
            fixture.carryOut(households(50));
            byte[] file = households(60).file();

            PlanProgressed progress = fixture.complete(fixture.imports
                    .carryOut(new Upload(HOUSEHOLDS, Format.CSV, file, "bình"), false)
                    .plan()
                    .plan());

            assertThat(progress)
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(20, 100, 0);
        }

        @Test
        void refusesAFileWithWrongRowsUnlessTheyAreToBeLeftOut() {
            Upload upload = csv(HOUSEHOLDS, HEADER, "Ấp Đồng Tâm 1;;HO-1;;;", "Ấp Không Có;;HO-2;;;");
            long before = fixture.ledger.tail().number();

            assertThatThrownBy(() -> fixture.imports.carryOut(upload, false))
                    .isInstanceOfSatisfying(
                            InvalidRowsException.class,
                            wrong -> assertThat(wrong.report().findings())
                                    .extracting(Finding::code)
                                    .containsExactly("unit-unknown"));
            assertThat(fixture.ledger.tail().number()).isEqualTo(before);

            ImportService.Accepted accepted = fixture.imports.carryOut(upload, true);
            assertThat(accepted.wrong()).isEqualTo(1);
            assertThat(fixture.complete(accepted.plan().plan()).done()).isEqualTo(1);
        }

        @Test
        void establishesUnitsFormsTeamsAndEnrolsMembers() {
            assertThat(fixture.carryOut(csv(
                                    UNITS,
                                    "kind,name,official_code,parent,instrument,signed_on,effective_from",
                                    "commune,Tân Lập,25782,Bình Dương,19/2025/QĐ-TTg,2025-06-30,2025-07-01",
                                    "hamlet,Một,,Tân Lập,01/NQ,2025-06-30,2025-07-01"))
                            .done())
                    .isEqualTo(2);
            assertThat(fixture.carryOut(csv(
                                    TEAMS,
                                    "Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày",
                                    "Tổ ấp Một,05/QĐ-UBND,01/07/2025,\"ấp Một, Tân Lập\","
                                            + "m-an: Đoàn thanh niên; m-binh: giáo viên; m-chi,m-an,01/07/2025"))
                            .done())
                    .isEqualTo(1);
            assertThat(fixture.carryOut(
                                    csv(MEMBERS, "Tổ,Mã,Tổ chức,Ngày vào tổ", "Tổ ấp Một,m-dung,Hội phụ nữ,01/08/2025"))
                            .done())
                    .isEqualTo(1);
        }

        @Test
        void whatDoesNotFitIntoAStepIsAFindingAndNotAFault() {
            String members = IntStream.range(0, 1_000).mapToObj(i -> "m-" + i).collect(Collectors.joining("; "));
            Upload upload = csv(
                    TEAMS,
                    "Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày",
                    "Tổ Ấp 3,05/QĐ-UBND,01/07/2025,\"Ấp 3, Minh Thạnh\"," + members + ",m-0,02/03/2026");

            assertThat(fixture.dryRun(upload).findings())
                    .extracting(Finding::row, Finding::code)
                    .containsExactly(tuple(2, "row-too-long"));
            assertThatThrownBy(() -> fixture.imports.carryOut(upload, false)).isInstanceOf(InvalidRowsException.class);
        }

        @Test
        void errorsOfFormulasAreFindingsWhereTheCellCounts() {
            DryRunReport report = fixture.dryRun(csv(
                    HOUSEHOLDS,
                    "Địa bàn,Mã hộ,Chủ hộ,Ghi chú",
                    "Ấp Đồng Tâm 1,HO-1,#N/A,",
                    "Ấp Đồng Tâm 1,#REF!,,",
                    "Ấp Đồng Tâm 1,HO-3,,#N/A"));

            assertThat(report.findings())
                    .extracting(Finding::row, Finding::column, Finding::code)
                    .containsExactly(tuple(2, "head", "cell-is-an-error"), tuple(3, "reference", "cell-is-an-error"));
            assertThat(report.ready()).isEqualTo(1);
        }

        @Test
        void anEmptyFileIsRefused() {
            assertThatThrownBy(() -> fixture.imports.carryOut(csv(HOUSEHOLDS, HEADER), false))
                    .isInstanceOfSatisfying(
                            InvalidFileException.class,
                            bad -> assertThat(bad.code()).isEqualTo("file-empty"));
        }
    }

    @Nested
    final class Personal {

        private Upload members(String... rows) {
            return csv(
                    MEMBERS,
                    Stream.concat(
                                    Stream.of("Tổ,Mã thành viên,Tổ chức,Ngày vào tổ,Họ và tên,Số điện thoại"),
                                    Stream.of(rows).map("team-1,"::concat))
                            .toArray(String[]::new));
        }

        private final String sen = "m-sen,Hội phụ nữ,01/04/2026,Nguyễn  Thị Sen,912345678";
        private final String dung = "m-dung,Đoàn thanh niên,01/04/2026,Lê Văn Dũng,";

        @Test
        void columnsThatAreNeverKeptAreRefused() {
            for (String title : List.of("CCCD", "Số CCCD", "So can cuoc cong dan", "Giấy tờ tùy thân", "Số thẻ BHYT")) {
                assertThatThrownBy(() -> fixture.dryRun(csv(HOUSEHOLDS, "Địa bàn,Mã hộ," + title)))
                        .isInstanceOfSatisfying(InvalidFileException.class, bad -> {
                            assertThat(bad.code()).isEqualTo("file-column-personal");
                            assertThat(bad.arguments()).containsExactly(title);
                        });
            }
        }

        @Test
        void namesAndPhonesAreSealed() {
            assertThat(fixture.carryOut(members(sen, dung)).done()).isEqualTo(4);

            assertThat(fixture.profile("m-sen")).contains(List.of("Nguyễn Thị Sen", "0912345678"));
            assertThat(fixture.profile("m-dung")).contains(List.of("Lê Văn Dũng", ""));
            assertThat(List.of("Thị Sen", "912345678", "Văn Dũng", "m-sen", "m-dung"))
                    .noneMatch(fixture::holds);
        }

        @Test
        void aCodeIsTheSameMemberInTheSameTeamOnlyAndSaysNothingWithoutTheKey() {
            MemberCodes codes = fixture.known().members();
            MemberCodes otherKey = new MemberCodes(MasterKey.parse(MasterKey.freshText(), "test")::fingerprint);
            MemberId code = new MemberId("m-sen");
            TeamId team = new TeamId("team-1");

            assertThat(codes.id("member", team, code))
                    .isEqualTo(codes.id("member", team, code))
                    .isNotEqualTo(codes.id("member", new TeamId("team-2"), code))
                    .isNotEqualTo(otherKey.id("member", team, code));
        }

        @Test
        void uuidsAndMembersOfOldStandForThemselves() {
            MemberCodes codes = fixture.known().members();
            TeamId team = new TeamId("team-1");

            for (String id : List.of("019376a0-0000-7000-8000-000000000001", "m-hung")) {
                assertThat(codes.id("member", team, new MemberId(id))).isEqualTo(new MemberId(id));
            }
        }

        @Test
        void aCodeIsNoPersonalNumber() {
            assertThat(fixture.dryRun(members(sen.replace("m-sen", "079188012345")))
                            .findings())
                    .extracting(Finding::column, Finding::code)
                    .containsExactly(tuple("member", "cell-personal-number"));
        }

        @Test
        void foundersGetTheirNamesThoughTheyAreMembersAlready() {
            String founder = "m-lan,Đoàn thanh niên,02/03/2026,Phạm Thị Lan,";

            assertThat(fixture.dryRun(members(founder)).ready()).isEqualTo(1);
            assertThat(fixture.carryOut(members(founder)))
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(1, 1, 0);
            assertThat(fixture.dryRun(members(founder.replace("Đoàn thanh niên", "Hội phụ nữ")))
                            .findings())
                    .extracting(Finding::code)
                    .containsExactly("MEMBER_IS_NOT_ENROLLED_TWICE");
        }

        @Test
        void theContactOfAHouseholdComesWithIt() {
            assertThat(fixture.carryOut(csv(
                                    HOUSEHOLDS,
                                    "Địa bàn,Mã hộ,Chủ hộ,Điện thoại,Địa chỉ",
                                    "Ấp Đồng Tâm 1,HO-1,Trần Văn Ba,0274 3822 825,Số 5 đường Suối Giữa"))
                            .done())
                    .isEqualTo(2);
            assertThat(List.of("Văn Ba", "2743822825", "Suối Giữa")).noneMatch(fixture::holds);
        }

        @Test
        void aDryRunMakesNoKey() {
            assertThat(fixture.dryRun(members(sen, dung)).ready()).isEqualTo(2);

            assertThat(fixture.keys.find(List.of(Subject.of(fixture.member("m-sen")))))
                    .isEmpty();
        }

        @Test
        void saysInWhichCellWhatIsWrongAndRepeatsNothing() {
            DryRunReport report = fixture.dryRun(members(
                    "m-a,Hội phụ nữ,01/04/2026,Nguyễn Thị Sen,12345",
                    "m-b,Hội phụ nữ,01/04/2026,,0912345678",
                    "m-c,Hội phụ nữ,01/04/2026,Sen 074188000123,",
                    "m-d,Hội phụ nữ,01/04/2026,,"));

            assertThat(report.findings())
                    .extracting(Finding::row, Finding::column, Finding::code)
                    .containsExactly(
                            tuple(2, "phone", "PHONE_IS_A_VIETNAMESE_NUMBER"),
                            tuple(3, "full_name", "cell-missing"),
                            tuple(4, "full_name", "PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER"));
            assertThat(report.findings().toString()).doesNotContain("Sen").doesNotContain("12345");
            assertThat(report.ready()).isEqualTo(1);
        }

        /** A file with a guess is answered like one with the truth, so nobody can ask for a name or number this way. */
        @Test
        void aDryRunDoesNotTellWhatIsSealed() {
            fixture.carryOut(members(sen));
            fixture.carryOut(csv(HOUSEHOLDS, "Địa bàn,Mã hộ,Chủ hộ", "Ấp Đồng Tâm 1,HO-1,Trần Văn Ba"));

            assertThat(fixture.dryRun(members(sen)))
                    .isEqualTo(fixture.dryRun(members(sen.replace("912345678", "0987654321"))))
                    .isEqualTo(fixture.dryRun(members(sen.replace("Thị Sen", "Văn Sen"))))
                    .extracting(DryRunReport::ready, DryRunReport::repeated)
                    .containsExactly(1, 0);
            assertThat(fixture.dryRun(csv(HOUSEHOLDS, "Địa bàn,Mã hộ,Chủ hộ", "Ấp Đồng Tâm 1,HO-1,Trần Văn Ba")))
                    .isEqualTo(
                            fixture.dryRun(csv(HOUSEHOLDS, "Địa bàn,Mã hộ,Chủ hộ", "Ấp Đồng Tâm 1,HO-1,Trần Văn Tư")));
            fixture.send(new EraseMemberData(new MemberId("m-sen"), ErasureBasis.REQUEST_OF_THE_SUBJECT, "theo đơn"));
            assertThat(fixture.dryRun(members(sen)))
                    .isEqualTo(fixture.dryRun(members(sen.replace("Thị Sen", "Văn Sen"))));
        }

        @Test
        void theSameFileIsTheSamePlanAndACorrectedOneIsNot() {
            PlanId first =
                    fixture.imports.carryOut(members(sen, dung), false).plan().plan();
            fixture.complete(first);
            assertThat(fixture.imports.carryOut(members(sen, dung), false).plan())
                    .extracting("plan", "repeat")
                    .containsExactly(first, true);

            Upload corrected = members(sen.replace("912345678", "0987654321"), dung);
            assertThat(fixture.dryRun(corrected))
                    .extracting(DryRunReport::ready, DryRunReport::repeated, DryRunReport::wrong)
                    .containsExactly(2, 0, 0);
            assertThat(fixture.carryOut(corrected))
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(1, 3, 0);
            assertThat(fixture.profile("m-sen").orElseThrow()).contains("0987654321");
        }

        @Test
        void takingBackRestoresWhatWasKnownBefore() {
            fixture.carryOut(members(sen));
            PlanId corrected = fixture.imports
                    .carryOut(members(sen.replace("912345678", "0987654321")), false)
                    .plan()
                    .plan();
            fixture.complete(corrected);

            assertThat(fixture.takeBack(corrected))
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(1, 0);
            assertThat(fixture.profile("m-sen").orElseThrow()).contains("0912345678");
        }

        @Test
        void takingBackSaysThatAFirstNameStays() {
            PlanId plan = fixture.imports.carryOut(members(sen), false).plan().plan();
            fixture.complete(plan);

            PlanProgressed back = fixture.takeBack(plan);

            assertThat(back)
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(1, 1);
            assertThat(back.refusals())
                    .extracting(StepRefusal::rule)
                    .containsExactly("PERSONAL_DATA_GOES_BY_ERASURE_ONLY");
        }

        @Test
        void nothingIsSealedAboutWhoIsErased() {
            fixture.carryOut(members(sen));
            fixture.send(new EraseMemberData(fixture.member("m-sen"), ErasureBasis.REQUEST_OF_THE_SUBJECT, "theo đơn"));
            fixture.keys.destroy(List.of(Subject.of(fixture.member("m-sen"))));
            Upload again = members(sen, dung);

            assertThat(fixture.dryRun(again).findings())
                    .extracting(Finding::row, Finding::code)
                    .containsExactly(tuple(2, "SUBJECT_IS_NOT_ERASED"));
            assertThatThrownBy(() -> fixture.imports.carryOut(again, false)).isInstanceOf(InvalidRowsException.class);
            assertThat(fixture.complete(
                            fixture.imports.carryOut(again, true).plan().plan()))
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(2, 0, 0);
        }
    }

    @Nested
    final class SendingBack {

        private String lines(String... lines) {
            return String.join("\r\n", lines) + "\r\n";
        }

        @Test
        void givesTheFileWithAColumnMoreWhichCanBeSentAgain() {
            Upload upload = csv(HOUSEHOLDS, "Địa bàn,Mã hộ,Ghi chú", "Ấp Lạ,HO-1,\"có, phẩy\"", "Ấp Đồng Tâm 1,HO-2,");
            try (AnnotatedFile back = new AnnotatedFile(Format.CSV, Finding::code)) {
                fixture.imports.dryRun(upload, back);
                String text = new String(back.file(), StandardCharsets.UTF_8);
                assertThat(text)
                        .isEqualTo(lines(
                                "\uFEFFĐịa bàn,Mã hộ,Ghi chú,Lỗi / Cách sửa",
                                "Ấp Lạ,HO-1,\"có, phẩy\",unit-unknown",
                                "Ấp Đồng Tâm 1,HO-2,,"));
                DryRunReport again = fixture.dryRun(ImportFixture.upload(HOUSEHOLDS, Format.CSV, back.file()));
                assertThat(again)
                        .extracting(DryRunReport::ready, DryRunReport::wrong)
                        .containsExactly(1, 1);
                assertThat(again.ignored()).containsExactly("Ghi chú");
            }
        }

        @Test
        void alsoAsASpreadsheetAndOverItself() {
            Upload upload = csv(HOUSEHOLDS, "Địa bàn,Mã hộ", "Ấp Lạ,HO-1", "Ấp Đồng Tâm 1,HO-2");
            try (AnnotatedFile back = new AnnotatedFile(Format.XLSX, Finding::code)) {
                fixture.imports.dryRun(upload, back);
                Upload sheet = ImportFixture.upload(HOUSEHOLDS, Format.XLSX, back.file());
                assertThat(fixture.dryRun(sheet))
                        .extracting(DryRunReport::ready, DryRunReport::wrong)
                        .containsExactly(1, 1);
                try (AnnotatedFile twice = new AnnotatedFile(Format.CSV, Finding::code)) {
                    fixture.imports.dryRun(sheet, twice);
                    assertThat(new String(twice.file(), StandardCharsets.UTF_8))
                            .isEqualTo(lines(
                                    "\uFEFFĐịa bàn,Mã hộ,Lỗi / Cách sửa",
                                    "Ấp Lạ,HO-1,unit-unknown",
                                    "Ấp Đồng Tâm 1,HO-2,"));
                }
            }
        }
    }

    @Nested
    final class UnitFiles {

        private List<Upload.UploadedRow> read(String file) {
            List<Upload.UploadedRow> rows = new ArrayList<>();
            csv(UNITS, file).read(rows::add);
            return rows;
        }

        @Test
        void areReadWithCommentsAndEmptyCells() {
            assertThat(read("""
                            # ghi chú
                            unit,kind,name,official_code,parent,instrument,signed_on,effective_from
                            bd-001,province,Bình Dương,74,,124/2004/QĐ-TTg,2004-07-08,2024-01-01

                            kp-1,neighbourhood,  Khu phố   1 ,,bd-001,01/NQ,2024-01-01,2024-01-01
                            """))
                    .extracting(row -> ((Step.Ready) row.steps().getFirst()).command())
                    .satisfiesExactly(
                            first -> assertThat(first)
                                    .isEqualTo(new EstablishUnit(
                                            new UnitId("bd-001"),
                                            UnitKind.PROVINCE,
                                            "Bình Dương",
                                            "74",
                                            null,
                                            new Instrument("124/2004/QĐ-TTg", LocalDate.of(2004, 7, 8)),
                                            LocalDate.of(2024, 1, 1))),
                            second -> assertThat(second)
                                    .extracting("name", "officialCode", "parent")
                                    .containsExactly("Khu phố 1", null, new UnitId("bd-001")));
        }

        @Test
        void nameTheColumnThatCannotBeUnderstood() {
            assertThat(read("""
                            unit,kind,name,official_code,parent,instrument,signed_on,effective_from
                            bd-001,kingdom,A,74,,1/QĐ,2004-07-08,2024-01-01
                            bd-002,province,B,74,,1/QĐ,2004-17-08,2024-01-01
                            BD 3,province,C,74,,1/QĐ,2004-07-08,2024-01-01
                            """))
                    .flatExtracting(Upload.UploadedRow::findings)
                    .extracting("row", "column")
                    .containsExactly(tuple(2, "kind"), tuple(3, "signed_on"), tuple(4, "unit"));
        }

        @Test
        void ofAnotherFormAreRefused() {
            assertThatThrownBy(() -> read("a;b;c\n1;2;3\n")).isInstanceOf(InvalidFileException.class);
        }
    }
}
