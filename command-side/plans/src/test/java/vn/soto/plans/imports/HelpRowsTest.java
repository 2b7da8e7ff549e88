package vn.soto.plans.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.soto.plans.imports.ImportFixture.DAY;
import static vn.soto.plans.imports.ImportKind.ASSISTANCES;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.access.AccessCommand.GrantRole;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.plans.imports.table.Finding;
import vn.soto.plans.imports.table.Format;

/** The twentieth of August 2026; the visits are of the days before. */
final class HelpRowsTest {

    private static final String HEADER =
            "Hộ;Việc;Ai bấm máy;Kết quả;Hẹn lại;Ngày;Tổ;Người hướng dẫn;Hình thức;Lý do ghi muộn;Vẫn ghi";

    @AutoClose
    private final ImportFixture fixture = new ImportFixture();

    HelpRowsTest() {
        household("h-1", "u-hamlet-1", "BB07-0131");
        household("h-2", "u-hamlet-1", "BB07-0113");
        household("h-3", "u-hamlet-3", "HP01-0001");
    }

    private void household(String id, String unit, String reference) {
        fixture.send(new RegisterHousehold(new HouseholdId(id), new UnitId(unit), reference));
    }

    private static String visit(String household, String services, String rest) {
        return household + ";" + services + ";" + rest + ";team-1;m-lan;tại nhà;;";
    }

    private static Upload page(String... visits) {
        return ImportFixture.csv(
                ASSISTANCES, Stream.concat(Stream.of(HEADER), Stream.of(visits)).toArray(String[]::new));
    }

    private List<AssistanceRecorded> recorded() {
        return fixture.ledger.events(0, Integer.MAX_VALUE).stream()
                .map(fixture.codec::decode)
                .filter(AssistanceRecorded.class::isInstance)
                .map(AssistanceRecorded.class::cast)
                .toList();
    }

    @Test
    void recordsAPageOfTheNotebookAsItIsWritten() {
        fixture.carryOut(page(
                visit("BB07-0131", "chữ ký số", "người dân;xong;;18/8"),
                visit("bb07-0113", "VNeID, thanh toán", "làm mẫu;xong;;18-8-26"),
                visit("BB07-0113", "Kích hoạt VNeID mức độ 2", "làm hộ;;27/8;19/08/2026")));

        assertThat(recorded())
                .extracting(help -> help.beneficiary().household(), AssistanceRecorded::content)
                .containsExactlyInAnyOrder(
                        tuple(new HouseholdId("h-1"), content(18, Mode.SELF_PERFORMED, null, "digital-signature")),
                        tuple(new HouseholdId("h-2"), content(18, Mode.DEMONSTRATED, null, "digital-payment", "vneid")),
                        tuple(
                                new HouseholdId("h-2"),
                                content(19, Mode.DONE_ON_BEHALF, LocalDate.of(2026, 8, 27), "vneid-level-2")));
    }

    private static AssistanceContent content(int day, Mode mode, @Nullable LocalDate followUp, String... services) {
        return new AssistanceContent(
                Stream.of(services).map(ServiceCode::new).toList(),
                null,
                Channel.HOME_VISIT,
                mode,
                followUp == null ? AssistanceOutcome.DONE : AssistanceOutcome.NEEDS_FOLLOW_UP,
                VietnamTime.start(LocalDate.of(2026, 8, day)),
                followUp);
    }

    @Test
    void saysOfEachRowHowToMendIt() {
        DryRunReport report = fixture.dryRun(page(
                visit("BB07-0131", "VNeID", "người dân;xong;;18/8"),
                visit("BB07-1131", "VNeID", "người dân;xong;;18/8"),
                visit("BB07-0131", "thanh tón", "người dân;xong;;18/8"),
                visit("BB07-0131", "tài khoản", "người dân;xong;;18/8"),
                visit("BB07-0131", "VNeID", "máy;xong;;18/8"),
                visit("BB07-0131", "VNeID", "người dân;xong;;hôm qua"),
                visit("BB07-0131", "VNeID", "người dân;xong;;20/6"),
                visit("HP01-0001", "VNeID", "người dân;xong;;18/8"),
                visit("BB07-0131", "VNeID", "người dân;xong;;18/8")));

        assertThat(report.ready()).isEqualTo(1);
        assertThat(report.findings())
                .extracting(Finding::row, Finding::column, Finding::code, Finding::suggestion)
                .containsExactly(
                        tuple(3, "household", "household-unknown", "BB07-0131"),
                        tuple(4, "services", "service-unknown", "thanh toán"),
                        tuple(5, "services", "service-ambiguous", null),
                        tuple(6, "mode", "cell-no-choice", null),
                        tuple(7, "date", "cell-no-day", null),
                        tuple(8, "reason", "LATE_RECORD_SAYS_WHY", null),
                        tuple(9, "household", "household-unknown", null),
                        tuple(10, "household", "row-repeats-row", null));
    }

    @Test
    void findsAReferenceHoweverItsCapitalsAndHyphensAreWritten() {
        household("h-5", "u-hamlet-1", "tb-001");
        for (String written :
                List.of("bb070131", "BB070131", "bb07-0131", "BB 07 0131", "TB001", "TB-001", "tb001", "tb\u2013001")) {
            assertThat(fixture.dryRun(page(visit(written, "VNeID", "người dân;xong;;18/8")))
                            .findings())
                    .as(written)
                    .isEmpty();
        }
        household("h-6", "u-hamlet-1", "TB0-01");
        assertThat(fixture.dryRun(page(visit("tb001", "VNeID", "người dân;xong;;18/8")))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("household-ambiguous");
    }

    @Test
    void namesAllSimilarHouseholds() {
        household("h-4", "u-hamlet-1", "BB07-0132");
        assertThat(fixture.dryRun(page(visit("BB07-013", "VNeID", "người dân;xong;;18/8")))
                        .findings())
                .extracting(Finding::code, finding -> finding.arguments().getLast())
                .containsExactly(tuple("household-unknown-but-similar", "BB07-0113, BB07-0131, BB07-0132"));
    }

    @Test
    void thePageSentAgainIsTheSamePlanAndTheRowsOfAnotherPageAreKnown() {
        String[] visits = {
            visit("BB07-0131", "VNeID", "người dân;xong;;18/8"), visit("BB07-0113", "VNeID", "người dân;xong;;18/8")
        };
        ImportService.Accepted first = fixture.imports.carryOut(page(visits), true);
        ImportService.Accepted again = fixture.imports.carryOut(page(visits), true);
        fixture.complete(first.plan().plan());

        assertThat(again.plan().plan()).isEqualTo(first.plan().plan());
        DryRunReport report = fixture.dryRun(page(visits[1], visit("BB07-0113", "thanh toán", "người dân;xong;;18/8")));
        assertThat(report.repeatedRows()).containsExactly(2);
        assertThat(report.ready()).isEqualTo(1);
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void aVisitLikeAnEarlierOneIsRecordedIfTheClerkInsists() {
        fixture.carryOut(page(visit("BB07-0131", "VNeID, thanh toán", "người dân;xong;;18/8")));
        String like = visit("BB07-0131", "VNeID", "làm mẫu;xong;;18/8");

        assertThat(fixture.dryRun(page(like)).findings())
                .extracting(
                        Finding::column,
                        Finding::code,
                        Finding::suggestion,
                        finding -> finding.arguments().getFirst())
                .containsExactly(tuple(
                        "again",
                        "help-like-earlier",
                        "x",
                        recorded().getFirst().assistance().value()));

        fixture.carryOut(page(like + "x"));
        assertThat(recorded()).hasSize(2);
    }

    @Test
    void aVisitThatWasVoidedCanBeTypedAgain() {
        Upload page = page(visit("BB07-0131", "VNeID", "người dân;xong;;18/8"));
        fixture.carryOut(page);
        fixture.send(new VoidAssistance(recorded().getFirst().assistance(), "Ghi nhầm hộ"));

        assertThat(fixture.dryRun(page).ready()).isEqualTo(1);
        fixture.carryOut(page);
        assertThat(recorded())
                .extracting(AssistanceRecorded::assistance)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void nothingIsToldOfTheHouseholdsOfAnotherTeam() {
        new FirstAdministrator(fixture.ledger, fixture.ledger, fixture.codec, UuidV7.system(), fixture.clock)
                .record(new AccountId("an"));
        fixture.send(new GrantRole(
                new AccountId("binh"),
                new GrantId("g-binh"),
                Role.OFFICER,
                Area.of(new UnitId("u-ward")),
                DAY,
                null,
                null,
                "Theo phân công"));
        Upload page = page(
                visit("BB07-0131", "VNeID", "người dân;xong;;18/8"),
                visit("BB07-1131", "VNeID", "người dân;xong;;18/8"));

        assertThat(fixture.dryRun(new Upload(ASSISTANCES, Format.CSV, page.file(), "binh"))
                        .findings())
                .extracting(Finding::row, Finding::code)
                .containsExactly(tuple(2, "RIGHT_REACHES_THE_PLACE"), tuple(3, "RIGHT_REACHES_THE_PLACE"));
    }
}
