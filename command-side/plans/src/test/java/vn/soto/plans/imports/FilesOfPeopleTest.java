package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportFixture.csv;
import static vn.soto.plans.imports.ImportKind.HOUSEHOLDS;
import static vn.soto.plans.imports.ImportKind.MEMBERS;
import static vn.soto.plans.imports.ImportKind.REORGANISATIONS;
import static vn.soto.plans.imports.ImportKind.TEAMS;
import static vn.soto.plans.imports.ImportKind.UNITS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.plan.PlanEvent.PlanProgressed;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.CorrectAssignment;
import vn.soto.domain.household.HouseholdCommand.CorrectHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.plan.PlanPart;
import vn.soto.domain.team.TeamCommand.CorrectFoundingDecision;
import vn.soto.domain.team.TeamCommand.CorrectMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.ReorganisationAction;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.events.EventCodec;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;

/** Files as the people of a commune make and send them. */
final class FilesOfPeopleTest {

    private static final HouseholdId BY_HAND = new HouseholdId("01991e3a-0000-7000-8000-000000000007");
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", ImportFixture.DAY);
    private static final TeamId TEAM = new TeamId("team-1");
    private static final LocalDate LATER = ImportFixture.DAY.plusMonths(3);

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private static Upload households(String... rows) {
        return csv(
                HOUSEHOLDS,
                Stream.concat(
                                Stream.of("Địa bàn;Mã hộ;Tổ;Người phụ trách;Phân công từ ngày;Điện thoại;Chủ hộ"),
                                Stream.of(rows))
                        .toArray(String[]::new));
    }

    @Nested
    final class OneVerdict {

        @Test
        void aFileThatIsWrongWhenItIsTriedIsRefusedWhenItIsCarriedOut() {
            Upload file = households("Ấp Đồng Tâm 1;HO-1;team-1;m-nobody;02/03/2026;;");
            DryRunReport tried = fixture.dryRun(file);
            long before = fixture.ledger.tail().number();

            assertThat(tried.findings())
                    .extracting(Finding::code)
                    .containsExactly("RESPONSIBLE_MEMBER_BELONGS_TO_TEAM");
            assertThatThrownBy(() -> fixture.imports.carryOut(file, false))
                    .isInstanceOfSatisfying(
                            InvalidRowsException.class,
                            wrong -> assertThat(wrong.report()).isEqualTo(tried));
            assertThat(fixture.ledger.tail().number()).isEqualTo(before);
        }

        @Test
        void aHouseholdWhoseAssignmentIsRefusedIsNotRegisteredEither() {
            Upload file = households(
                    "Ấp Đồng Tâm 1;HO-1;team-1;m-nobody;02/03/2026;;", "Ấp Đồng Tâm 1;HO-2;team-1;m-hung;02/03/2026;;");

            ImportService.Accepted accepted = fixture.imports.carryOut(file, true);

            assertThat(fixture.complete(accepted.plan().plan()))
                    .extracting(PlanProgressed::done, PlanProgressed::refused)
                    .containsExactly(2, 0);
            assertThat(fixture.holds("\"HO-2\"")).isTrue();
            assertThat(fixture.holds("\"HO-1\"")).isFalse();
        }

        @Test
        void aRowThatRestsOnAWrongRowIsWrongBothWays() {
            Upload file = csv(
                    UNITS,
                    "Loại,Tên,Mã ĐVHC,Thuộc,Số văn bản,Ngày ký,Ngày hiệu lực",
                    "Xã,Tân Lập,25,Bình Dương,01/NQ,30/06/2025,01/07/2025",
                    "Ấp,Một,,Tân Lập,01/NQ,30/06/2025,01/07/2025");

            assertThat(fixture.dryRun(file).wrong()).isEqualTo(2);
            assertThatThrownBy(() -> fixture.imports.carryOut(file, true)).isInstanceOf(InvalidFileException.class);
        }

        @Test
        void aRowThatWasWrongIsRecordedWhenTheSameFileIsSentAgain() {
            Upload file = households("Ấp Đồng Tâm 1;HO-1;;;;;", "Ấp Đồng Tâm 1;HO-2;team-1;" + SEN + ";02/03/2026;;");
            PlanId first = fixture.imports.carryOut(file, true).plan().plan();
            fixture.complete(first);
            fixture.send(new EnrolMember(TEAM, new MemberId(SEN), MemberOrigin.OTHER, ImportFixture.DAY));

            PlanId second = fixture.imports.carryOut(file, false).plan().plan();

            assertThat(second).isNotEqualTo(first);
            assertThat(fixture.complete(second))
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(2, 1, 0);
        }
    }

    private static final String SEN = "019376a0-0000-7000-8000-000000000001";

    @Nested
    final class WhatIsKnown {

        @Test
        void aHouseholdRegisteredByHandIsRecognisedInAFile() {
            fixture.send(new RegisterHousehold(BY_HAND, new UnitId("u-hamlet-1"), "HO-1"));

            assertThat(fixture.dryRun(households("Ấp Đồng Tâm 1;HO-1;;;;;")).repeated())
                    .isEqualTo(1);
            assertThat(fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;team-1;m-hung;02/03/2026;;")))
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(1, 1, 0);
        }

        @Test
        void aHouseholdIsTheSameWhateverDashItsCodeHas() {
            fixture.send(new RegisterHousehold(BY_HAND, new UnitId("u-hamlet-1"), "HO-1"));
            fixture.carryOut(households("Ấp Đồng Tâm 1;HO-2;;;;;"));

            assertThat(fixture.dryRun(households("Ấp Đồng Tâm 1;HO\u20131;;;;;", "Ấp Đồng Tâm 1;HO\u20112;;;;;")))
                    .extracting(DryRunReport::repeated, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(2, 0, 0);
        }

        @Test
        void aFileSaysSinceWhenAHouseholdLivesThere() {
            fixture.carryOut(csv(
                    HOUSEHOLDS,
                    "Địa bàn;Mã hộ;Ở từ ngày",
                    "Ấp Đồng Tâm 1;HO-1;" + ImportFixture.DAY.format(DateTimeFormatter.ofPattern("dd/MM/yyyy")),
                    "Ấp Đồng Tâm 1;HO-2;"));

            assertThat(fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                            .map(EventCodec.product()::decode)
                            .flatMap(event ->
                                    event instanceof HouseholdRegistered known ? Stream.of(known) : Stream.of()))
                    .extracting(HouseholdRegistered::reference, HouseholdRegistered::livesSince)
                    .containsExactlyInAnyOrder(tuple("HO-1", ImportFixture.DAY), tuple("HO-2", null));
        }

        @Test
        void aHouseholdThatMovedIsRecognisedWhereItLivesNow() {
            fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;;;;;"));
            fixture.send(new RegisterHousehold(BY_HAND, new UnitId("u-hamlet-1"), "HO-2"));
            fixture.send(new RelocateHousehold(household(), new UnitId("u-hamlet-2"), LATER));
            fixture.send(new RelocateHousehold(BY_HAND, new UnitId("u-hamlet-2"), LATER));

            DryRunReport report = fixture.dryRun(households(
                    "Ấp 3, Minh Thạnh;HO-1;;;;;", "Ấp 3, Minh Thạnh;HO-2;;;;;", "Ấp 3, Minh Thạnh;HO-3;;;;;"));

            assertThat(report)
                    .extracting(DryRunReport::repeated, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(2, 1, 0);
        }

        /** The only household that a file registered. */
        private HouseholdId household() {
            return fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                    .filter(stored -> stored.event().type().name().equals("household.registered"))
                    .map(stored -> new HouseholdId(
                            java.util.Objects.requireNonNull(stored.event().aggregate())
                                    .id()))
                    .filter(id -> !id.equals(BY_HAND))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void aHouseholdIsRecognisedByItsCorrectedCodeAndTheWrongOneIsFree() {
            fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;;;;;"));
            fixture.send(new RegisterHousehold(BY_HAND, new UnitId("u-hamlet-1"), "HO-2"));
            fixture.send(new CorrectHousehold(household(), "HO-8", "nhập nhầm mã hộ"));
            fixture.send(new CorrectHousehold(BY_HAND, "HO-9", "nhập nhầm mã hộ"));

            assertThat(fixture.dryRun(households("Ấp Đồng Tâm 1;HO-8;;;;;", "Ấp Đồng Tâm 1;HO-9;;;;;")))
                    .extracting(DryRunReport::repeated, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(2, 0, 0);
            assertThat(fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;;;;;", "Ấp Đồng Tâm 1;HO-2;;;;;")))
                    .as("other households have these codes")
                    .extracting(PlanProgressed::done, PlanProgressed::repeated, PlanProgressed::refused)
                    .containsExactly(2, 0, 0);
            assertThat(fixture.dryRun(households(
                                    "Ấp Đồng Tâm 1;HO-2;;;;;", "Ấp Đồng Tâm 1;HO-1;;;;;", "Ấp Đồng Tâm 1;HO-8;;;;;"))
                            .repeated())
                    .isEqualTo(3);
        }

        @Test
        void aHouseholdThatMovedIsRecognisedByItsCorrectedCode() {
            fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;;;;;"));
            fixture.send(new RelocateHousehold(household(), new UnitId("u-hamlet-2"), LATER));
            fixture.send(new CorrectHousehold(household(), "HO-8", "nhập nhầm mã hộ"));

            assertThat(fixture.dryRun(households("Ấp 3, Minh Thạnh;HO-8;;;;;", "Ấp 3, Minh Thạnh;HO-1;;;;;")))
                    .extracting(DryRunReport::repeated, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(1, 1, 0);
        }

        @Test
        void anAssignmentIsRecognisedByItsCorrectedDay() {
            fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;team-1;m-hung;02/03/2026;;"));
            fixture.send(new CorrectAssignment(
                    household(), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3), "nhập nhầm ngày"));

            assertThat(fixture.dryRun(households("Ấp Đồng Tâm 1;HO-1;team-1;m-hung;03/03/2026;;")))
                    .extracting(DryRunReport::repeated, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(1, 0, 0);
        }

        @Test
        void aHouseholdIsRecognisedUnderTheUnitThatItsHamletBecame() {
            fixture.carryOut(households("Ấp Đồng Tâm 1;HO-1;;;;;"));
            fixture.send(new RegisterHousehold(BY_HAND, new UnitId("u-hamlet-1"), "HO-2"));
            fixture.send(new MergeUnits(new UnitId("u-hamlet-2"), List.of(new UnitId("u-hamlet-1")), DECISION, LATER));

            assertThat(fixture.dryRun(households("Ấp 3, Minh Thạnh;HO-1;;;;;", "Ấp 3, Minh Thạnh;HO-2;;;;;"))
                            .repeated())
                    .isEqualTo(2);
        }

        @Test
        void aUnitEstablishedByHandIsRecognisedInAFile() {
            fixture.send(new EstablishUnit(
                    new UnitId("by-hand"),
                    UnitKind.HAMLET,
                    "Suối Giữa",
                    null,
                    new UnitId("u-commune"),
                    DECISION,
                    ImportFixture.DAY));
            String title = "Loại,Tên,Thuộc,Số văn bản,Ngày ký,Ngày hiệu lực";

            assertThat(fixture.dryRun(csv(UNITS, title, "ấp,Suối Giữa,Minh Thạnh,12/QĐ-UBND,02/03/2026,02/03/2026"))
                            .repeated())
                    .isEqualTo(1);
            assertThat(fixture.dryRun(csv(UNITS, title, "ấp,Suối Giữa,Minh Thạnh,13/QĐ-UBND,02/03/2026,02/03/2026"))
                            .findings())
                    .extracting(Finding::column, Finding::code)
                    .containsExactly(tuple("name", "row-differs-from-ledger"));
        }

        private List<MemberId> formByHand() {
            List<MemberId> members = Stream.of(1, 2, 3)
                    .map(i -> new MemberId("019376a0-0000-7000-8000-00000000000" + i))
                    .toList();
            fixture.send(new FormTeam(
                    new TeamId("by-hand"),
                    "Tổ Ấp 3",
                    DECISION,
                    List.of(new UnitId("u-hamlet-2")),
                    members.stream()
                            .map(member -> new FoundingMember(member, MemberOrigin.OTHER))
                            .toList(),
                    members.getFirst(),
                    ImportFixture.DAY));
            return members;
        }

        /** A file of the team, its first member as leader. */
        private static Upload team(String name, String decision, List<MemberId> members) {
            return csv(
                    TEAMS,
                    "Tên tổ,Số quyết định,Ngày ký,Địa bàn,Thành viên,Tổ trưởng,Từ ngày",
                    "%s,%s,02/03/2026,\"Ấp 3, Minh Thạnh\",%s;%s;%s,%s,02/03/2026"
                            .formatted(name, decision, members.get(0), members.get(1), members.get(2), members.get(0)));
        }

        @Test
        void aTeamFormedByHandIsRecognisedInAFile() {
            List<MemberId> members = formByHand();

            assertThat(fixture.dryRun(team("tổ ấp 3", "12/QĐ-UBND", members)).findings())
                    .extracting(Finding::code)
                    .as("the name is written otherwise")
                    .containsExactly("row-differs-from-ledger");
            assertThat(fixture.dryRun(team("Tổ Ấp 3", "12/QĐ-UBND", members)).repeated())
                    .isEqualTo(1);
        }

        @Test
        void aTeamIsRecognisedByItsCorrectedFoundingDecision() {
            List<MemberId> members = formByHand();
            fixture.send(new CorrectFoundingDecision(
                    new TeamId("by-hand"), new Instrument("21/QĐ-UBND", DECISION.signedOn()), "nhập nhầm số"));

            assertThat(fixture.dryRun(team("Tổ Ấp 3", "21/QĐ-UBND", members)))
                    .extracting(DryRunReport::repeated, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(1, 0, 0);
        }

        @Test
        void aMemberWhoseDataWereCorrectedIsRecognisedByTheCorrectData() {
            fixture.send(new CorrectMembership(
                    TEAM,
                    new MemberId("m-hung"),
                    ImportFixture.DAY,
                    MemberOrigin.TEACHER,
                    ImportFixture.DAY.plusDays(1),
                    null,
                    "nhập nhầm"));

            assertThat(fixture.dryRun(csv(
                                    MEMBERS,
                                    "Tổ,Mã thành viên,Tổ chức,Ngày vào tổ",
                                    "team-1,m-hung,giáo viên,03/03/2026"))
                            .repeated())
                    .isEqualTo(1);
        }
    }

    @Nested
    final class Suggestions {

        @ParameterizedTest
        @CsvSource({"Khu phố 2, Khu phố 99", "Khu phố 2, Khu phố 12", "Khu phố A, Khu phố B", "Suối Giữa, Ba Đình"})
        void khuPho99IsNotKhuPho2(String there, String written) {
            fixture.send(new EstablishUnit(
                    new UnitId("u-other"),
                    UnitKind.NEIGHBOURHOOD,
                    there,
                    null,
                    new UnitId("u-ward"),
                    DECISION,
                    ImportFixture.DAY));

            assertThat(fixture.dryRun(households(written + ";HO-1;;;;;")).findings())
                    .extracting(Finding::code, Finding::suggestion)
                    .containsExactly(tuple("unit-unknown", null));
        }

        @Test
        void aMisspeltNameIsStillSuggested() {
            assertThat(fixture.dryRun(households("Ấp Đòng Tâm 1;HO-1;;;;;")).findings())
                    .extracting(Finding::suggestion)
                    .containsExactly("ấp Đồng Tâm 1, xã Minh Thạnh");
        }

        @Test
        void aWordThatIsLikeNoOtherHasNoSuggestion() {
            assertThat(EnumSynonyms.UNIT_KINDS.nearest("vương quốc")).isNull();
            assertThat(EnumSynonyms.ORGANISATIONS.nearest("Hội phụ nử")).isEqualTo("hội phụ nữ");
        }
    }

    @Nested
    final class WhatIsSaid {

        @Test
        void allFaultsOfARowAreShown() {
            assertThat(fixture.dryRun(households("Ấp Không Có;;Tổ lạ;M Hùng;31/02/2026;12345;"))
                            .findings())
                    .extracting(Finding::column, Finding::code)
                    .containsExactly(
                            tuple("unit", "unit-unknown"),
                            tuple("reference", "cell-missing"),
                            tuple("team", "team-unknown"),
                            tuple("member", "cell-no-id"),
                            tuple("effective_from", "cell-no-day"),
                            tuple("head", "cell-missing"),
                            tuple("phone", "PHONE_IS_A_VIETNAMESE_NUMBER"));
        }

        @Test
        void faultsOfCellsAndOfRulesAreShownTogether() {
            assertThat(fixture.dryRun(households("Ấp Đồng Tâm 1;Nguyễn Văn A;;;;12345;Trần Văn Ba"))
                            .findings())
                    .extracting(Finding::column, Finding::code)
                    .containsExactly(
                            tuple("phone", "PHONE_IS_A_VIETNAMESE_NUMBER"),
                            tuple("reference", "HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE"));
        }

        @Test
        void aTextIsCheckedAlsoInARowWhosePlaceIsUnknown() {
            assertThat(fixture.dryRun(households("Ấp Không Có;Nguyễn Văn A;;;;;"))
                            .findings())
                    .extracting(Finding::column, Finding::code)
                    .containsExactly(
                            tuple("unit", "unit-unknown"), tuple("reference", "HOUSEHOLD_REFERENCE_IS_A_SHORT_CODE"));
            assertThat(fixture.dryRun(csv(
                                    TEAMS,
                                    "Tên tổ;Số quyết định;Ngày ký;Địa bàn;Thành viên;Tổ trưởng;Từ ngày",
                                    "Tổ 0912345678;12/QĐ;01/03/2026;Ấp Không Có;m-an: giáo viên;m-an;01/04/2026"))
                            .findings())
                    .extracting(Finding::column, Finding::code)
                    .containsExactly(tuple("coverage", "unit-unknown"), tuple("name", "NAME_HOLDS_NO_PERSONAL_NUMBER"));
        }

        @Test
        void rowsAreNumberedAsASpreadsheetNumbersThem() {
            Upload file = csv(
                    HOUSEHOLDS,
                    "# Danh sách hộ",
                    "",
                    "Địa bàn;Mã hộ",
                    "Ấp Đồng Tâm 1;HO-1",
                    "",
                    "# phần hai",
                    "Ấp Lạ;HO-2",
                    "\"Ấp Đồng Tâm 1\";\"HO-\n3 dài quá\"",
                    "Ấp Lạ;HO-4");

            assertThat(fixture.dryRun(file).findings()).extracting(Finding::row).containsExactly(7, 8, 9);
            assertThat(back(file, Format.CSV).lines().toList().get(6)).isEqualTo("Ấp Lạ;HO-2;unit-unknown");
            Upload sheet = new Upload(HOUSEHOLDS, Format.XLSX, backBytes(file, Format.XLSX), "an");
            assertThat(fixture.dryRun(sheet).findings())
                    .extracting(Finding::row)
                    .containsExactly(7, 8, 9);
        }

        @ParameterizedTest
        @ValueSource(strings = {"vi", "en"})
        void aRowNumberIsWrittenWithoutASeparator(String language) {
            ResourceBundle texts = ResourceBundle.getBundle("vn.soto.plans.imports.findings", Locale.of(language));

            assertThat(new java.text.MessageFormat(texts.getString("row-repeats-row"), Locale.of(language))
                            .format(new Object[] {12_345}))
                    .contains("12345");
            assertThat(new java.text.MessageFormat(texts.getString("rows-wrong"), Locale.of(language))
                            .format(new Object[] {1, 12_345, ""}))
                    .contains("12345");
        }

        @Test
        void theStepsOfAReorganisationSayWhichRowTheyAreOf() {
            PlanId plan = fixture.reorganisations
                    .carryOut(new ReorganisationImport.Decreed(
                            csv(
                                    REORGANISATIONS,
                                    "thao tác,mã riêng,tên",
                                    "",
                                    "đổi tên,u-ward,Hòa Phú Mới",
                                    "đổi tên,u-hamlet-1,Suối"),
                            DECISION,
                            LATER))
                    .plan()
                    .plan();

            PlanPartRecorded part = fixture.ledger.aggregate(PlanPart.idOf(plan, 0), 0, 1).stream()
                    .map(stored -> (PlanPartRecorded) fixture.codec.decode(
                            stored.event().type(), stored.event().payload()))
                    .findFirst()
                    .orElseThrow();
            assertThat(part.steps()).extracting(PlanStep::row).containsExactly(3, 4);
        }

        @Test
        void titlesThatMeanNothingAreNamedWhenTheFileIsTriedAndWhenItIsCarriedOut() {
            Upload file = csv(HOUSEHOLDS, "STT;Địa bàn;Mã hộ;Người phụ tráck;", "1;Ấp Đồng Tâm 1;HO-1;m-hung;x");

            assertThat(fixture.dryRun(file).ignored()).containsExactly("STT", "Người phụ tráck", "E");
            assertThat(fixture.imports.carryOut(file, false).ignored()).containsExactly("STT", "Người phụ tráck", "E");
            assertThat(catchThrowableOfType(
                                    InvalidFileException.class,
                                    () -> fixture.dryRun(csv(HOUSEHOLDS, "Địa bàng;Mã số;Ghi chú", "a;b;c")))
                            .arguments())
                    .containsExactly("địa bàn, mã hộ", "Địa bàng, Mã số, Ghi chú");
        }

        @Test
        void allTitlesOfAReorganisationThatMeanNothingAreNamed() {
            InvalidFileException refused = catchThrowableOfType(
                    InvalidFileException.class,
                    () -> ReorganisationFile.read(
                            csv(REORGANISATIONS, "thao tác,mã riêng,ghi chú,người lập", "giải thể,u-ward,,")));

            assertThat(refused.arguments().getFirst()).isEqualTo("ghi chú, người lập");
        }
    }

    @Nested
    final class Words {

        @Test
        void aReorganisationIsWrittenInVietnamese() {
            ReorganisationFile file = ReorganisationFile.read(csv(
                    REORGANISATIONS,
                    "Thao tác;Mã riêng;Loại;Tên;Mã ĐVHC;Thuộc;Kế thừa",
                    "Thành lập;n-1;Phường;Thủ Dầu Một;25747;n-0;",
                    "chuyển trực thuộc;kp-1;;;;n-1;",
                    "Sáp nhập;o-1;;;;;n-1",
                    "Chia tách;o-2;;;;;n-1",
                    "chia tách;o-2;;;;;n-2",
                    "Giải thể;o-3;;;;;",
                    "Đổi tên;u-1;;An Mới;;;",
                    "Đổi loại;u-2;xã;;;;",
                    "Đổi mã;u-3;;;00123;;"));

            assertThat(file.findings()).isEmpty();
            assertThat(file.rows()).extracting(row -> row.action()).contains(ReorganisationAction.values());
        }

        @Test
        void everyValueAndEveryColumnHasAVietnameseWord() {
            assertThat(UnitKind.values()).allSatisfy(kind -> found(EnumSynonyms.UNIT_KINDS, kind));
            assertThat(MemberOrigin.values()).allSatisfy(origin -> found(EnumSynonyms.ORGANISATIONS, origin));
            assertThat(ReorganisationAction.values()).allSatisfy(action -> found(EnumSynonyms.ACTIONS, action));
            assertThat(ImportKind.values())
                    .flatExtracting(ImportKind::columns)
                    .allSatisfy(column -> assertThat(column.title()).isNotEqualTo(column.name()));
        }

        private static <T extends Enum<T>> void found(EnumSynonyms<T> words, T value) {
            assertThat(words.word(value)).isNotEqualTo(value.name());
            assertThat(words.find(words.word(value))).contains(value);
        }

        @Test
        void messagesNameColumnsAsTheFileDoesAndListTheValues() {
            Finding missing =
                    fixture.dryRun(households("Ấp Đồng Tâm 1;;;;;;")).findings().getFirst();
            Finding kind = fixture.dryRun(csv(
                            UNITS,
                            "Loại,Tên,Thuộc,Số văn bản,Ngày ký,Ngày hiệu lực",
                            "vương quốc,Ba,Minh Thạnh,01/NQ,30/06/2025,01/07/2025"))
                    .findings()
                    .getFirst();

            assertThat(missing.arguments()).containsExactly("Mã hộ");
            assertThat(kind.arguments().getLast())
                    .as("put into words where the text is made")
                    .isEqualTo(EnumSynonyms.UNIT_KINDS.values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aFileComesBackWithTheSeparatorItCameWith(String separator) {
        Upload file = csv(
                HOUSEHOLDS,
                String.join(separator, "Địa bàn", "Mã hộ", "Ghi chú"),
                String.join(separator, "Ấp Lạ", "HO-1", "\"một, hai; ba\""));

        assertThat(back(file, Format.CSV))
                .isEqualTo("\uFEFF"
                        + String.join(separator, "Địa bàn", "Mã hộ", "Ghi chú", "Lỗi / Cách sửa")
                        + "\r\n"
                        + String.join(separator, "Ấp Lạ", "HO-1", "\"một, hai; ba\"", "unit-unknown")
                        + "\r\n");
    }

    private String back(Upload file, Format format) {
        return new String(backBytes(file, format), StandardCharsets.UTF_8);
    }

    private byte[] backBytes(Upload file, Format format) {
        try (AnnotatedFile back = new AnnotatedFile(format, Finding::code)) {
            var _ = fixture.imports.dryRun(file, back);
            return back.file();
        }
    }
}
