package vn.soto.query.personfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.audit.CallBackSampleId;
import vn.soto.contracts.audit.CallBackSelection;
import vn.soto.contracts.audit.CallBackStratum;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.Consent;
import vn.soto.contracts.household.ConsentEvent.ConsentRecorded;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawalTakenBack;
import vn.soto.contracts.household.ConsentEvent.ConsentWithdrawn;
import vn.soto.contracts.household.ConsentMethod;
import vn.soto.contracts.household.ConsentPurpose;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.DataRequestEvent.DataRequestReceived;
import vn.soto.contracts.person.DataRequestId;
import vn.soto.contracts.person.DataRequestKind;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.PersonEvent.RestrictionLifted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendLine;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.ledger.Commit;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.Keys;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;

/** The file that an administrator hands over to a person who asks for their data. */
final class PersonFileIT {

    private static final String NAME = "=Nguyễn Thị Lan";
    private static final String NOTE = "Bà Lan nghe không rõ";
    private static final String HELPER = "Trần Văn Minh";
    private static final TeamId TEAM = new TeamId("team-file");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 2);

    private final Sample sample = new Sample(5, 0);
    private final EventLog scribe = sample.scribe;
    private final Keys keys = QuerySideFixture.KEYS;
    private final UnitId unit = sample.residential.getFirst();

    /** Of this test alone: the key store is everybody's. */
    private final HouseholdId home = new HouseholdId("h-" + UUID.randomUUID());

    private final MemberId minh = new MemberId("m-" + home.value());
    private final Subject subject = Subject.of(home);
    private final Subject helper = Subject.of(minh);
    private final String file = "/api/persons/" + subject + "/file";

    /** A household that was helped, consented, withdrew by mistake, asked for its data and objected. */
    private long year() {
        scribe.write(PlainEvents.team(TEAM, "Tổ khu phố 1", unit, Sample.DAY, minh));
        scribe.write(new MemberProfileRecorded(minh, keys.seal(helper, "name", HELPER), null));
        scribe.write(new HouseholdRegistered(home, unit, "HO-77"));
        scribe.write(new HouseholdContactRecorded(
                home, keys.seal(subject, "headName", NAME), keys.seal(subject, "phone", "0912345678"), null));
        scribe.write(
                new AssistanceRecorded(
                        new AssistanceId("a-file"),
                        TEAM,
                        Beneficiary.of(home, unit),
                        List.of(new CreditShare(minh, 100)),
                        content(),
                        List.of(ServiceCategory.VNEID),
                        null,
                        keys.seal(subject, "note", NOTE)),
                new HouseholdFirstHelped(home, unit, TEAM, null));
        scribe.write(new ConsentRecorded(
                home, new Consent(ConsentPurpose.CONTACT, 3, ConsentMethod.SPOKEN, TEAM, minh, DAY)));
        scribe.write(new ConsentWithdrawn(home, ConsentPurpose.CONTACT, DAY.plusDays(1)));
        scribe.write(new ConsentWithdrawalTakenBack(home, ConsentPurpose.CONTACT, DAY.plusDays(1)));
        Commit before = scribe.ledger.commit(scribe.ledger.tail().number()).orElseThrow();
        scribe.write(PlainEvents.report(TEAM, new Quarter(2026, 3), 1, List.of(new Figure("T01", 1)), before.tail()));
        scribe.writeBecause(
                command -> keys.reason(command, List.of(subject), ReasonCode.OTHER, "Có đơn ngày 02/7"),
                new DataRequestReceived(
                        new DataRequestId("dr-file"),
                        subject,
                        DataRequestKind.OBJECTION,
                        false,
                        DAY,
                        DAY.plusDays(4),
                        DAY.plusDays(15)));
        return scribe.write(new ProcessingRestricted(subject, DAY, new DataRequestId("dr-file")))
                .number();
    }

    private static AssistanceContent content() {
        return PlainEvents.content(
                "vneid-level-2", Channel.HOME_VISIT, Mode.DEMONSTRATED, Instant.parse("2026-07-02T03:00:00Z"));
    }

    private static String events(Map<String, Object> file) {
        return String.valueOf(Objects.requireNonNull(file.get("events")));
    }

    @Test
    void aPersonIsHandedEverythingThatIsRecordedAboutThem() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(year())) {
            Map<String, Object> found = new Json(side.http("ADMINISTRATOR")).answer(file);

            assertThat(found).containsEntry("subject", subject.toString()).containsEntry("kind", "HOUSEHOLD");
            assertThat(Json.map(found.get("person")))
                    .containsEntry("name", NAME)
                    .containsEntry("phone", "0912345678");
            assertThat(Json.map(found.get("restriction")))
                    .containsEntry("since", "2026-07-02")
                    .containsEntry("dataRequest", "dr-file");
            assertThat(found).doesNotContainKey("erasure");
            assertThat(String.valueOf(found.get("stands")))
                    .contains("id=team-file", "id=a-file", "id=" + unit)
                    .doesNotContain("id=" + home + ",");
            assertThat(String.valueOf(found.get("reports"))).contains("team=team-file", "quarter=2026-Q3");
            assertThat(events(found))
                    .contains("ghi lượt hướng dẫn", "thêm hộ", "hạn chế xử lý dữ liệu cá nhân")
                    .contains(NOTE, NAME, "Tổ khu phố 1", "làm mẫu", "Có đơn ngày 02/7");
        }
    }

    @Test
    void consentsStandThereWithTextWitnessAndTheirWithdrawal() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(year())) {
            List<?> consents = (List<?>) Objects.requireNonNull(
                    new Json(side.http("ADMINISTRATOR")).answer(file).get("consents"));

            assertThat(consents).hasSize(3);
            assertThat(Json.map(consents.get(0)))
                    .containsEntry("change", "GIVEN")
                    .containsEntry("textVersion", 3)
                    .containsEntry("method", "SPOKEN")
                    .containsEntry("day", "2026-07-02")
                    .containsKeys("recorded", "by", "heardBy");
            assertThat(Json.map(consents.get(1))).containsEntry("change", "WITHDRAWN");
            assertThat(Json.map(consents.get(2))).containsEntry("change", "WITHDRAWAL_TAKEN_BACK");
            assertThat(String.valueOf(new Json(side.http("OFFICER"))
                            .answer("/api/households/" + home)
                            .get("consents")))
                    .as("the household's page, where it holds again")
                    .contains("CONTACT")
                    .doesNotContain("2026-07-03");
        }
    }

    @Test
    void theNamesOfOthersAreNotInIt() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(year())) {
            Json json = new Json(side.http("ADMINISTRATOR"));
            assertThat(String.valueOf(json.answer(file))).doesNotContain(HELPER);
            assertThat(String.valueOf(json.answer("/api/persons/" + helper + "/file")))
                    .contains(HELPER)
                    .doesNotContain(NAME, NOTE, "0912345678")
                    .contains("[đã giữ kín]");
        }
    }

    @Test
    void whoReadItStandsInItAndReadingTheFileIsARead() {
        year();
        long last = scribe.write(new RestrictionLifted(subject, DAY)).number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            Json json = new Json(side.http("ADMINISTRATOR"));
            new Json(side.http("OFFICER")).answer("/api/households/" + home);
            json.answer(file);
            assertThat(String.valueOf(json.answer(file).get("reads")))
                    .contains("question=/api/households/" + home, "question=" + file, "role=administrator");
        }
    }

    @Test
    void afterTheErasureTheFileSaysSoAndHoldsNoName() {
        year();
        long last = scribe.write(
                        new PersonalDataErased(subject, ErasureBasis.RETENTION_OVER, DAY),
                        new ErasureListed(subject, 1))
                .number();
        keys.destroy(subject);
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            Json json = new Json(side.http("ADMINISTRATOR"));
            Map<String, Object> found = json.answer(file);

            assertThat(Json.map(found.get("erasure")))
                    .containsEntry("basis", "RETENTION_OVER")
                    .containsEntry("keptUntil", "2026-07-02")
                    .containsEntry("by", "tester");
            assertThat(String.valueOf(found))
                    .doesNotContain(NAME, NOTE, "0912345678", "Có đơn ngày")
                    .contains("[đã xóa theo yêu cầu]");
            assertThat(String.valueOf(json.answer("/api/personal-data-reads?subject=" + subject)))
                    .as("a read all the same")
                    .contains("question=" + file);
        }
    }

    @Test
    void anAuditorSeesTheFileWithoutNames() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(year())) {
            Map<String, Object> found = new Json(side.http("AUDITOR")).answer(file);
            assertThat(String.valueOf(found))
                    .doesNotContain(NAME, NOTE, HELPER, "0912345678", "Có đơn ngày")
                    .contains("[đã giữ kín]", "thêm hộ");
            assertThat(String.valueOf(
                            new Json(side.http("AUDITOR")).answer("/api/personal-data-reads?subject=" + subject)))
                    .doesNotContain("question");
        }
    }

    @Test
    void theFileIsForAdministratorsAndAuditorsAlone() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(year())) {
            for (String role : List.of("MEMBER", "LEADER", "OFFICER")) {
                assertThat(new Json(side.http(role)).status(file)).as(role).isEqualTo(403);
                assertThat(new Json(side.http(role)).status(file + ".csv"))
                        .as(role)
                        .isEqualTo(403);
            }
            Json json = new Json(side.http("ADMINISTRATOR"));
            assertThat(json.status("/api/persons/household:h-none/file")).isEqualTo(404);
            assertThat(json.status("/api/persons/somebody/file")).isEqualTo(404);
        }
    }

    @Test
    void aFileIsPrintedAsATableInWhichNothingIsAFormula() {
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(year())) {
            var answer = side.http("ADMINISTRATOR")
                    .get()
                    .uri(file + ".csv")
                    .exchange()
                    .expectBody()
                    .returnResult();
            String table = new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8);

            assertThat(answer.getResponseHeaders().getFirst("Content-Disposition"))
                    .isEqualTo("attachment; filename=\"household-" + home + ".csv\"");
            assertThat(table)
                    .startsWith("\uFEFF\"Phần\",\"Ngày\"")
                    .contains("\"Sự đồng ý\",\"02/07/2026\",\"đồng ý: ")
                    .contains("\"'" + NAME + "\"")
                    .contains("\"Điều đã ghi\",\"02/07/2026 10:00\",\"ghi lượt hướng dẫn\"");
            assertThat(table.lines().flatMap(line -> List.of(line.split("\",\"", -1)).stream()))
                    .noneMatch(cell -> cell.replace("\"", "").matches("[=+@-].*"));
        }
    }

    @Test
    void aStatementThatNamesManyShowsThePersonsOwnLine() {
        year();
        List<YearMonth> months = List.of(YearMonth.of(2026, 7));
        StipendLine own = new StipendLine(TEAM, minh, months, List.of(), List.of(), 61_000, List.of(1L));
        StipendLine other =
                new StipendLine(TEAM, new MemberId("m-other"), months, List.of(DAY), List.of(), 211_000, List.of(1L));
        long last = scribe.write(new StipendStatementComputed(
                        unit,
                        StipendPeriod.parse("2026-07"),
                        1,
                        StipendContent.of(List.of(1), List.of(own, other), List.of()),
                        0,
                        "ab".repeat(32),
                        "can-bo"))
                .number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            String told = String.valueOf(new Json(side.http("ADMINISTRATOR"))
                    .answer("/api/persons/" + helper + "/file")
                    .get("events"));
            assertThat(told)
                    .contains("lập bảng kê chi hỗ trợ", "61000", "2026-07")
                    .doesNotContain("211000", "272000");
        }
    }

    @Test
    void aSampleThatNamesManyShowsThePersonsOwnRecords() {
        year();
        long last = scribe.write(new CallBackSampleDrawn(
                        new CallBackSampleId("k-file"),
                        unit,
                        new Quarter(2026, 3),
                        CallBackSelection.ALL,
                        null,
                        1,
                        30,
                        List.of(
                                new CallBackStratum(TEAM, minh, 61, "ab".repeat(32), List.of()),
                                new CallBackStratum(TEAM, new MemberId("m-other"), 4_321, "cd".repeat(32), List.of())),
                        "ef".repeat(32),
                        0))
                .number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            String told = String.valueOf(new Json(side.http("ADMINISTRATOR"))
                    .answer("/api/persons/" + helper + "/file")
                    .get("events"));
            assertThat(told).contains("lấy mẫu gọi lại", "61").doesNotContain("4321", "abab", "cdcd", "efef");
        }
    }

    @Test
    void aFileIsReadAsOfAMomentBefore() {
        long last = year();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            Map<String, Object> before = new Json(side.http("ADMINISTRATOR")).answer(file + "?asOf=" + (last - 1));
            assertThat(before).doesNotContainKey("restriction");
            assertThat(events(before)).doesNotContain("hạn chế xử lý dữ liệu cá nhân");
        }
    }
}
