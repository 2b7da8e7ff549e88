package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportKind.REORGANISATIONS;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.period.LateCounting;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.household.HouseholdCommand.MarkHouseholdLeft;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.household.HouseholdCommand.RelocateHousehold;
import vn.soto.domain.household.HouseholdCommand.WithdrawRegistration;
import vn.soto.domain.period.PeriodCommand.AdoptReportingCalendar;
import vn.soto.domain.report.ReportCommand.SubmitQuarterlyReport;
import vn.soto.domain.unit.ReorganisationAction;
import vn.soto.domain.unit.ReorganisationRow;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.plans.imports.ReorganisationEffects.UnitLine;
import vn.soto.plans.imports.ReorganisationImport.Decreed;
import vn.soto.plans.imports.table.AnnotatedFile;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;
import vn.soto.plans.imports.table.InvalidFileException;
import vn.soto.plans.imports.table.RowListener;

final class ReorganisationImportTest {

    private static final Instrument RESOLUTION = new Instrument("19/NQ-HĐND", ImportFixture.DAY);
    private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
    private static final String HEADER = "action,unit,kind,name,official_code,parent,successor\n";
    private static final TeamId TEAM = new TeamId("team-1");

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    private static Decreed decreed(String csv) {
        return decreed(csv, FROM);
    }

    private static Decreed decreed(String csv, LocalDate from) {
        return new Decreed(
                ImportFixture.upload(REORGANISATIONS, Format.CSV, csv.getBytes(StandardCharsets.UTF_8)),
                RESOLUTION,
                from);
    }

    private DryRunReport dryRun(String csv) {
        return fixture.reorganisations.dryRun(decreed(csv), RowListener.NONE);
    }

    private static ReorganisationFile read(String csv) {
        return ReorganisationFile.read(decreed(csv).upload());
    }

    @Test
    void plainTitlesAreKnown() {
        assertThat(dryRun("Hành động,Đơn vị,Loại,Tên,Mã ĐVHC,Cấp trên,Kế thừa\nrename,u-commune,,Xã Mới,,,\n")
                        .findings())
                .isEmpty();
        assertThat(dryRun("Hành động,Mã,Tên\nrename,u-commune,Xã Mới\n").findings())
                .isEmpty();
    }

    @Nested
    final class Effects {

        private static final String FILE = HEADER + """
                establish,n,ward,Phường Bắc,25740,u-province,
                establish,s,ward,Phường Nam,25742,u-province,
                reparent,u-hamlet-1,,,,n,
                split,u-commune,,,,,n
                split,u-commune,,,,,s
                merge,u-ward,,,,,s
                rename,c2,,Phường Hai,,,
                split,c2-r0,,,,,c2-r1
                split,c2-r0,,,,,c2-r2
                """;

        private ReorganisationEffects effects() {
            establish("c2", UnitKind.WARD, "25743", "u-province");
            Stream.of("c2-r0", "c2-r1", "c2-r2").forEach(unit -> establish(unit, UnitKind.HAMLET, null, "c2"));
            register("h-1", "u-hamlet-1");
            register("h-2", "u-hamlet-2");
            register("h-3", "u-hamlet-2");
            register("h-4", "c2-r0");
            register("h-5", "c2-r1");
            register("h-6", "c2-r0");
            DryRunReport report = dryRun(FILE);
            assertThat(report.findings()).isEmpty();
            return Objects.requireNonNull(report.effects());
        }

        private void establish(String unit, UnitKind kind, @Nullable String code, String parent) {
            fixture.send(new EstablishUnit(
                    new UnitId(unit), kind, "Tên " + unit, code, new UnitId(parent), RESOLUTION, ImportFixture.DAY));
        }

        private void register(String household, String unit) {
            fixture.send(new RegisterHousehold(new HouseholdId(household), new UnitId(unit), household));
        }

        @Test
        void areWhatAFileTouchesAndWhatItLeavesUndecided() {
            long before = fixture.ledger.tail().number();

            ReorganisationEffects effects = effects();

            assertThat(effects.effectiveFrom()).isEqualTo(FROM);
            assertThat(effects.actions())
                    .isEqualTo(Map.of("establish", 2L, "merge", 1L, "rename", 1L, "reparent", 1L, "split", 4L));
            assertThat(effects.ending())
                    .extracting(UnitLine::unit)
                    .extracting(UnitId::value)
                    .containsExactly("u-commune", "u-ward", "c2-r0");
            assertThat(effects.touched()).isEqualTo(7);
            assertThat(effects.households()).isEqualTo(5);
            assertThat(effects.householdsByUnit())
                    .extracting(home -> home.unit().unit().value(), ReorganisationEffects.Households::households)
                    .containsExactlyInAnyOrder(tuple("u-hamlet-1", 1L), tuple("u-hamlet-2", 2L), tuple("c2-r0", 2L));
            assertThat(effects.undecided())
                    .extracting(
                            each -> each.unit().unit().value(),
                            each -> each.in().unit().value(),
                            each -> each.candidates().stream()
                                    .map(candidate -> candidate.unit().value())
                                    .toList(),
                            ReorganisationEffects.Undecided::households)
                    .containsExactly(
                            tuple("u-hamlet-2", "u-commune", List.of("n", "s"), 2L),
                            tuple("c2-r0", "c2-r0", List.of("c2-r1", "c2-r2"), 2L));
            assertThat(fixture.ledger.tail().number()).isEqualTo(before + 10);
        }

        @Test
        void nameTeamsAndTheReportsTheyHaveNotSubmitted() {
            fixture.send(new SubmitQuarterlyReport(TEAM, Quarter.parse("2026-Q2"), null));

            ReorganisationEffects effects = effects();

            assertThat(effects.teams())
                    .extracting(team -> team.team(), team -> team.name(), team -> team.units())
                    .containsExactly(tuple(TEAM, "Tổ công nghệ số ấp Đồng Tâm 1", 1L));
            assertThat(effects.reports())
                    .containsExactly(new ReorganisationEffects.OpenReport(TEAM, Quarter.parse("2026-Q3")));
        }

        /** By this calendar the fourth quarter begins on 15 September. */
        @Test
        void nameReportsByTheCalendarThatTheProvinceHasAdopted() {
            fixture.send(new AdoptReportingCalendar(
                    new UnitId("u-province"),
                    QuarterCalendar.ADMINISTRATIVE,
                    10,
                    LateCounting.AMENDMENT,
                    RESOLUTION,
                    Quarter.parse("2026-Q3")));
            LocalDate from = LocalDate.of(2026, 9, 15);

            DryRunReport report = fixture.reorganisations.dryRun(
                    decreed(HEADER + "merge,u-commune,,,,,u-ward\n", from), RowListener.NONE);

            assertThat(Objects.requireNonNull(report.effects()).reports())
                    .containsExactly(
                            new ReorganisationEffects.OpenReport(TEAM, Quarter.parse("2026-Q3")),
                            new ReorganisationEffects.OpenReport(TEAM, Quarter.parse("2026-Q4")));
        }

        @Test
        void countHouseholdsWhereTheyLive() {
            register("h-7", "u-hamlet-3");
            register("h-8", "u-hamlet-2");
            register("h-9", "u-hamlet-2");
            fixture.send(new RelocateHousehold(new HouseholdId("h-7"), new UnitId("u-hamlet-2"), ImportFixture.DAY));
            fixture.send(new MarkHouseholdLeft(new HouseholdId("h-8"), ImportFixture.DAY));
            fixture.send(new WithdrawRegistration(new HouseholdId("h-9"), "nhập nhầm hai lần"));

            assertThat(effects().householdsByUnit())
                    .extracting(home -> home.unit().unit().value(), ReorganisationEffects.Households::households)
                    .containsExactlyInAnyOrder(tuple("u-hamlet-1", 1L), tuple("u-hamlet-2", 3L), tuple("c2-r0", 2L));
        }
    }

    @Nested
    final class Findings {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "merge,c9,,,,,u-ward | unit | unknown-unit | c9",
                    "merge,u-commune,,,,,x | successor | unknown-unit | x",
                    "split,u-commune,,,,,u-ward;split,u-commune,,,,,x | successor | unknown-unit | x",
                    "reparent,u-hamlet-1,,,,x, | parent | unknown-unit | x",
                    "establish,u-ward,ward,A,25741,u-province, | unit | exists-already | u-ward",
                    "merge,u-commune,,,,, | successor | cell-is-needed | ''"
                })
        void nameTheCellThatIsWrong(String rows, String column, String code, String value) {
            String lines = rows.replace(';', '\n');

            assertThat(dryRun(HEADER + lines).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.row()).isEqualTo(1 + (int) lines.lines().count());
                assertThat(finding.column()).isEqualTo(column);
                assertThat(finding.code()).isEqualTo(code);
                assertThat(finding.arguments()).containsExactly(column, value);
            });
        }

        @Test
        void areTheRulesOfTheCommandsThemselves() {
            assertThat(dryRun(HEADER + """
                            merge,u-commune,,,,,u-hamlet-3
                            retype,u-ward,hamlet,,,,
                            rename,u-hamlet-2,,Đồng Tâm 1,,,
                            """).findings())
                    .extracting(Finding::row, Finding::column, Finding::code)
                    .containsExactly(
                            tuple(2, "successor", "SUCCESSOR_IS_OF_THE_SAME_TIER"),
                            tuple(3, "kind", "UNIT_STAYS_IN_ITS_TIER"),
                            tuple(4, "name", "UNIT_NAME_IS_FREE_WITHIN_PARENT"));
        }

        @Test
        void areOfEachRowAndNotOfThoseThatRestOnIt() {
            DryRunReport report = dryRun(HEADER + """
                    establish,n,ward,Hòa Phú,25740,u-province,
                    merge,u-commune,,,,,n
                    merge,u-hamlet-1,,,,,u-hamlet-3
                    merge,u-hamlet-7,,,,,u-hamlet-3
                    merge,u-hamlet-8,,,,,u-hamlet-3
                    """);

            assertThat(report.findings())
                    .extracting(Finding::row, Finding::column, Finding::code)
                    .containsExactly(
                            tuple(2, "name", "UNIT_NAME_IS_FREE_WITHIN_PARENT"),
                            tuple(5, "unit", "unknown-unit"),
                            tuple(6, "unit", "unknown-unit"));
            assertThat(report)
                    .extracting(DryRunReport::rows, DryRunReport::ready, DryRunReport::wrong)
                    .containsExactly(5, 2, 3);
        }

        @Test
        void standBesideTheirRowsInTheFileThatIsSentBack() {
            try (AnnotatedFile back = new AnnotatedFile(Format.CSV, Finding::code)) {
                fixture.reorganisations.dryRun(decreed("unit,action\nu-hamlet-2,abolish\nx,abolish\n"), back);

                assertThat(new String(back.file(), StandardCharsets.UTF_8))
                        .isEqualTo(
                                "\uFEFFunit,action,Lỗi / Cách sửa\r\nu-hamlet-2,abolish,\r\nx,abolish,unknown-unit\r\n");
                assertThat(read(new String(back.file(), StandardCharsets.UTF_8)).rows())
                        .hasSize(2);
            }
        }
    }

    @Nested
    final class Reading {

        @Test
        void takesEveryActionWithItsColumns() {
            ReorganisationFile file = read("# QĐ 19/2025/QĐ-TTg\n" + HEADER + """
                    establish,n-1,ward,"Thủ Dầu Một",25747,n-0,
                    Reparent,kp-1,,,,n-1,
                    reparent,kp-2,,Khu phố 12,,n-1,

                    # một phần
                    split,o-1,,,,,n-1
                    split,o-1,,,,,n-2
                    merge,o-2,,,,,n-1
                    abolish,o-3,,,,,
                    rename,u-1,,"An ""Mới"", 2",,,
                    retype,u-2,xã,,,,
                    recode,u-1,,,00123,,
                    """);

            assertThat(file.findings()).isEmpty();
            assertThat(file.rows()).hasSize(10);
            assertThat(file.rows().getFirst())
                    .isEqualTo(new ReorganisationRow(
                            3,
                            ReorganisationAction.ESTABLISH,
                            new UnitId("n-1"),
                            UnitKind.WARD,
                            "Thủ Dầu Một",
                            "25747",
                            new UnitId("n-0"),
                            null));
            assertThat(file.rows()).extracting(ReorganisationRow::name).contains("An \"Mới\", 2", "Khu phố 12");
            assertThat(file.rows().getLast().officialCode()).isEqualTo("00123");
        }

        @Test
        void takesColumnsInAnyOrderAndWindowsLines() {
            assertThat(read("\uFEFFsuccessor,unit,action\r\nn-1,o-1,merge\r\n").rows())
                    .containsExactly(new ReorganisationRow(
                            2,
                            ReorganisationAction.MERGE,
                            new UnitId("o-1"),
                            null,
                            null,
                            null,
                            null,
                            new UnitId("n-1")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "merged,o-1,,,,,n-1 | action | unknown-action | merged",
                    "merge,,,,,,n-1 | unit | cell-is-needed | ''",
                    "merge,o-1,,,,, | successor | cell-is-needed | ''",
                    "abolish,o-1,,,,,n-1 | successor | cell-is-not-for-this-action | n-1",
                    "rename,Phú Cường,,A,,, | unit | not-an-id | Phú Cường",
                    "retype,o-1,vương quốc,,,, | kind | unknown-kind | vương quốc",
                    "abolish,o-1,,,,,,x | successor | too-many-cells | x",
                    "split,o-1,,,,,n-1 | successor | split-into-one | n-1",
                    "merge,o-1,,,,,o-1 | successor | succeeds-itself | o-1"
                })
        void saysWhichCellOfARowIsWrong(String row, String column, String code, String value) {
            assertThat(read(HEADER + "abolish,z-9,,,,,\n" + row + "\n").findings())
                    .extracting(
                            Finding::row,
                            Finding::column,
                            Finding::code,
                            finding -> finding.arguments().subList(0, 2))
                    .containsExactly(tuple(3, column, code, List.of(column, value)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "merge,o-1,,,,,n-1 | merge,o-1,,,,,n-2 | successor | merged-into-several | n-2",
                    "merge,o-1,,,,,n-1 | abolish,o-1,,,,, | action | ended-in-two-ways | giải thể",
                    "rename,o-1,,A,,, | abolish,o-1,,,,, | action | ended-and-changed | giải thể",
                    "rename,o-1,,A,,, | rename,o-1,,B,,, | action | done-twice | đổi tên",
                    "abolish,n-1,,,,, | merge,o-1,,,,,n-1 | successor | refers-to-an-ended-unit | n-1",
                    "abolish,n-1,,,,, | reparent,o-1,,,,n-1, | parent | refers-to-an-ended-unit | n-1"
                })
        void saysWhatIsWrongAmongRows(String first, String second, String column, String code, String value) {
            assertThat(read(HEADER + first + "\n" + second + "\n").findings())
                    .extracting(Finding::row, Finding::column, Finding::code, Finding::arguments)
                    .containsExactly(tuple(3, column, code, List.of(column, value)));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "unit,action,verb\\no-1,merge,x | column-is-unknown",
                    "unit,verb\\no-1,merge | file-column-missing-or-unknown",
                    "unit,action\\no-1,\"A | file-not-csv",
                    "unit,action\\no-1,\"A\"B | file-not-csv"
                })
        void refusesAFileOfAnotherForm(String file, String code) {
            assertThatThrownBy(() -> read(file.replace("\\n", "\n")))
                    .isInstanceOfSatisfying(
                            InvalidFileException.class,
                            wrong -> assertThat(wrong.code()).isEqualTo(code));
        }

        @Test
        void refusesAFileWithoutRowsWhenItIsToBeCarriedOut() {
            assertThat(dryRun(HEADER).rows()).isZero();
            assertThatThrownBy(() -> fixture.reorganisations.carryOut(decreed(HEADER)))
                    .isInstanceOfSatisfying(
                            InvalidFileException.class,
                            wrong -> assertThat(wrong.code()).isEqualTo("file-empty"));
        }
    }
}
