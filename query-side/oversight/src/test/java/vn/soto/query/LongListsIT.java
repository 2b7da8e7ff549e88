package vn.soto.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.access.AccessEvent.RoleGranted;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.Area;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.GrantId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.report.ReportEvent.QuarterlyReportSubmitted;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The lists that a team, a unit or an account fills over years are stored in pages, and answered by pages. */
@Tag("long")
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongListsIT {

    private static final int RECORDS = 300;
    private static final int MEMBERS = 60;
    private static final int VERSIONS = 9;
    private static final int ACCOUNTS = 600;
    private static final int LARGEST = 64 * 1024;
    private static final LocalDate HELPED = Sample.DAY.plusDays(30);

    private final Sample sample = new Sample(36, 0);
    private final TeamId team = sample.teams.getFirst();
    private final MemberId leaving = sample.current(team).getLast();
    private final UnitId unit = sample.home(team);
    private final QuerySideFixture side = QuerySideFixture.of(sample.scribe);
    private Map<String, List<BsonDocument>> documents = Map.of();

    @BeforeAll
    void live() {
        grant("first", Role.ADMINISTRATOR, Area.WHOLE);
        IntStream.range(0, ACCOUNTS).forEach(number -> grant("account-" + number, Role.OFFICER, Area.of(unit)));
        for (int number = 0; number < MEMBERS; number++) {
            MemberId member = new MemberId("passing-" + number);
            sample.scribe.write(new MemberEnrolled(team, member, MemberOrigin.YOUTH_UNION, Sample.DAY.plusDays(1)));
            sample.scribe.write(new MembershipEnded(team, member, EndReason.RESIGNED, Sample.DAY.plusDays(2)));
        }
        IntStream.range(0, RECORDS).forEach(this::help);
        sample.scribe.write(new MembershipEnded(team, leaving, EndReason.RESIGNED, HELPED.minusDays(5)));
        for (int version = 1; version <= VERSIONS; version++) {
            sample.scribe.write(new QuarterlyReportSubmitted(
                    team,
                    new Quarter(2026, 1),
                    QuarterCalendar.CALENDAR,
                    version,
                    Indicators.VERSION,
                    List.of(),
                    sample.scribe.ledger.tail().number(),
                    sample.scribe.ledger.tail().chain().toString(),
                    false,
                    null));
        }
        documents = side.upTo(sample.scribe.ledger.tail().number()).documents();
    }

    @AfterAll
    void close() {
        side.close();
    }

    private void grant(String account, Role role, Area area) {
        sample.scribe.write(new RoleGranted(
                new AccountId(account),
                new GrantId("g-" + account),
                role,
                area,
                Sample.DAY,
                null,
                null,
                GrantApproval.BY_ONE_PERSON));
    }

    private void help(int number) {
        AssistanceId help = new AssistanceId("long-" + number);
        Beneficiary helped = Beneficiary.of(new HouseholdId("h-long-" + number), unit);
        sample.scribe.write(
                new AssistanceRecorded(
                        help,
                        team,
                        helped,
                        List.of(new CreditShare(leaving, 100)),
                        new AssistanceContent(
                                List.of(new ServiceCode("vneid")),
                                Channel.HOME_VISIT,
                                Mode.DEMONSTRATED,
                                VietnamTime.start(HELPED)),
                        List.of(ServiceCategory.VNEID),
                        null,
                        null),
                new AssistanceFlaggedUnconfirmed(help, team, helped, new AccountId("m")));
    }

    /** All entries of a list, by pages of fifty. */
    private static List<Object> all(Json json, String address, String entries) {
        List<Object> all = new ArrayList<>();
        Object next = 0;
        while (next != null) {
            Map<String, Object> page = json.answer(address + "&limit=50&from=" + next);
            List<?> some = (List<?>) page.getOrDefault(entries, List.of());
            assertThat(some).hasSizeLessThanOrEqualTo(50);
            all.addAll(some);
            next = page.get("next");
        }
        return all;
    }

    private void requirePages(String collection, String list, int rows) {
        List<BsonDocument> pages = documents.getOrDefault(collection, List.of()).stream()
                .filter(page -> page.getString("_id").getValue().matches(Pattern.quote(list) + "(#[\\d.]+)?"))
                .toList();
        assertThat(pages).as(collection).hasSizeGreaterThan(1);
        assertThat(pages.stream()
                        .flatMap(page -> page.getArray("rows").stream())
                        .distinct())
                .hasSize(rows);
    }

    @Test
    void theRecordsLeftBehindOfATeam() {
        requirePages("left-behind", team.value(), RECORDS);
        assertThat(all(new Json(side.http()), "/api/corrections?team=" + team, "records"))
                .hasSize(RECORDS)
                .doesNotHaveDuplicates();
    }

    /** A part that is divided stays in the store. */
    private void requireParts(String list, int events) {
        List<BsonDocument> parts = documents.getOrDefault("counted-events", List.of()).stream()
                .filter(part -> part.getString("_id").getValue().matches(Pattern.quote(team + "/" + list) + "/[\\d.]+"))
                .toList();
        assertThat(parts).as(list).hasSizeGreaterThan(1);
        assertThat(parts.stream()
                        .flatMap(part -> part.getDocument("events").getArray("all").stream())
                        .map(event -> event.asDocument().get("position"))
                        .distinct())
                .as(list)
                .hasSizeGreaterThanOrEqualTo(events);
    }

    @Test
    void theHelpOfSomeDays() {
        requireParts("2026-02-09", RECORDS);
    }

    @Test
    void theFactsOfATeam() {
        requireParts("team", 2 * MEMBERS);
    }

    @Test
    void theVersionsOfAReport() {
        requirePages("reports", "report:" + team + ":2026-Q1", VERSIONS);
        assertThat((List<?>) new Json(side.http())
                        .answer("/api/teams/" + team + "/reports/2026-Q1")
                        .get("versions"))
                .hasSize(VERSIONS);
    }

    @Test
    void theAccountsOfAUnit() {
        requirePages("account-lists", "unit/" + unit, ACCOUNTS);
        assertThat(all(new Json(side.http()), "/api/accounts?role=OFFICER&on=2026-03-01", "items"))
                .hasSize(ACCOUNTS)
                .doesNotHaveDuplicates();
    }

    @Test
    void theHelpThatWaitsForAConfirmation() {
        assertThat(all(new Json(side.http()), "/api/unconfirmed-assistances?team=" + team, "records"))
                .hasSize(RECORDS)
                .doesNotHaveDuplicates();
    }

    /** The largest is no larger than the pages of a shorter list. */
    @Test
    void noPageIsLarge() {
        for (String collection :
                List.of("account-lists", "left-behind", "counted-events", "counted-lists", "reports")) {
            assertThat(documents.getOrDefault(collection, List.of()))
                    .as(collection)
                    .allSatisfy(page -> assertThat(size(page)).isLessThan(LARGEST));
        }
    }

    private static int size(BsonValue document) {
        return document.toString().length();
    }
}
