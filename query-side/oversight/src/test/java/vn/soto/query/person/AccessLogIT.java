package vn.soto.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.business.BusinessKind;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.privacy.reads.ReadsNotRecordedException;
import vn.soto.query.http.AccessLog;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.Keys;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.testkit.RecordedLog;

/** Whoever reads a name leaves a trace, and the trace does not have the name. */
@Isolated("listens to the log of everybody")
@Tag("slow")
final class AccessLogIT {

    private static final String NAME = "Nguyễn Thị Lan";
    private static final String PHONE = "0912345678";
    private static final String SHOP = "Tạp hóa Cô Ba";

    private final Sample sample = new Sample(11, 5);
    private final EventLog scribe = sample.scribe;
    private final Keys keys = QuerySideFixture.KEYS;
    private final UnitId unit = sample.residential.getFirst();

    /** Of this test alone: the key store is everybody's. */
    private final String own = Integer.toHexString(System.identityHashCode(this));

    private final MemberId lan = new MemberId("lan-" + own);

    @AutoClose
    private final RecordedLog log = RecordedLog.from(Level.DEBUG);

    private long profile() {
        Subject about = Subject.of(lan);
        return scribe.write(new MemberProfileRecorded(
                        lan, keys.seal(about, "name", NAME), keys.seal(about, "phone", PHONE)))
                .number();
    }

    private List<String> lines() {
        return log.messages("vn.soto.access");
    }

    private static double reads(QuerySideFixture side, String kind, String role) {
        return side.bean(MeterRegistry.class)
                .get("soto.personal-data.reads")
                .tags("kind", kind, "role", role)
                .counter()
                .count();
    }

    @Test
    void tellsWhoReadWhomAndNothingOfWhatWasRead() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            assertThat(new Json(side.http("MEMBER", "OFFICER")).answer("/api/members/" + lan))
                    .containsEntry("name", NAME);

            assertThat(lines()).containsExactly("read member:" + lan + " as officer by somebody");
            assertThat(reads(side, "member", "officer")).isEqualTo(1);
            assertThat(log.events())
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .noneMatch(line -> line.contains(NAME) || line.contains(PHONE));
            side.bean(MeterRegistry.class)
                    .getMeters()
                    .forEach(meter ->
                            assertThat(meter.getId().toString()).doesNotContain(lan.value(), NAME, "somebody"));
        }
    }

    @Test
    void anAuditorSeesWhoReadWhoseNameAndByWhichQuestion() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            String question = "/api/members/" + lan + "?asOf=" + last;
            new Json(side.http("OFFICER")).answer(question);
            new Json(side.http("AUDITOR")).answer("/api/members/" + lan);

            Map<String, Object> answer =
                    new Json(side.http("AUDITOR")).answer("/api/personal-data-reads?subject=member:" + lan);
            assertThat(answer).doesNotContainKey("next");
            assertThat((List<?>) answer.get("reads"))
                    .singleElement()
                    .satisfies(read -> assertThat(Json.map(read))
                            .containsEntry("account", "somebody")
                            .containsEntry("role", "officer")
                            .containsEntry("subject", "member:" + lan)
                            .containsEntry("question", question)
                            .containsEntry("at", scribe.clock.instant().toString()));
            assertThat(answer.toString()).doesNotContain(NAME, PHONE);

            Json auditor = new Json(side.http("AUDITOR"));
            assertThat(reads(auditor, "?account=somebody&from=2026-07-01&to=2026-07-01"))
                    .hasSize(1);
            assertThat(reads(auditor, "?to=2026-06-30")).isEmpty();
            assertThat(reads(auditor, "?asOf=" + scribe.clock.instant())).hasSize(1);
            assertThat(reads(auditor, "?asOf=" + scribe.clock.instant().minusSeconds(1)))
                    .isEmpty();
            assertThat(reads(auditor, "?subject=member:nobody")).isEmpty();
            for (String wrong : List.of("before=x%20y", "limit=0", "from=yesterday", "who=x")) {
                assertThat(auditor.status("/api/personal-data-reads?" + wrong))
                        .as(wrong)
                        .isEqualTo(400);
            }
        }
    }

    private static List<?> reads(Json json, String question) {
        return (List<?>) Objects.requireNonNull(
                json.answer("/api/personal-data-reads" + question).get("reads"));
    }

    /** Such as something else has written there. */
    @Test
    void anEntryOfWhomNobodyIsIsShownAsItIs() {
        long last = profile();
        PersonalDataReads register = new MemoryPersonalDataReads();
        for (String subject : List.of("nobody", "member:A B", "reason:none")) {
            register.append(List.of(new PersonalDataRead(
                    scribe.clock.instant(), "an", "officer", subject, "/x", "COMPLAINT", new Sealed("s".repeat(40)))));
        }
        try (QuerySideFixture side = QuerySideFixture.of(scribe, register).upTo(last)) {
            assertThat(reads(new Json(side.http("AUDITOR")), ""))
                    .hasSize(3)
                    .allSatisfy(read -> assertThat(Json.map(read)).containsEntry("words", "[không mở được]"));
        }
    }

    @Test
    void nobodyButAnAuditorOrAnAdministratorSeesWhoReadWhat() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            for (String role : List.of("MEMBER", "LEADER", "OFFICER")) {
                assertThat(new Json(side.http(role)).status("/api/personal-data-reads"))
                        .as(role)
                        .isEqualTo(403);
            }
            assertThat(new Json(side.signedIn("nobody")).status("/api/personal-data-reads"))
                    .isEqualTo(403);
            assertThat(new Json(side.http("ADMINISTRATOR")).status("/api/personal-data-reads"))
                    .isEqualTo(200);
        }
    }

    @Test
    void aNameIsNotShownWhileNobodyCanRecordWhoReadsIt() {
        long last = profile();
        AtomicBoolean full = new AtomicBoolean(true);
        PersonalDataReads register = new MemoryPersonalDataReads();
        try (QuerySideFixture side =
                QuerySideFixture.of(scribe, failing(register, full)).upTo(last)) {
            Json officer = new Json(side.http("OFFICER"));
            var refused = officer.ask("/api/members/" + lan, "vi");

            assertThat(refused.getStatus().value()).isEqualTo(503);
            assertThat(refused.getResponseHeaders().getFirst("Retry-After")).isEqualTo("5");
            assertThat(refused.getResponseBody())
                    .containsEntry("type", "urn:soto:problem:read-not-recorded")
                    .extractingByKey("detail")
                    .asString()
                    .contains("Chưa ghi được vào nhật ký xem");
            assertThat(String.valueOf(refused.getResponseBody())).doesNotContain(NAME, PHONE);
            assertThat(lines()).isEmpty();
            assertThat(side.bean(AccessLog.class).trouble()).isPresent();
            assertThat(officer.status("/api/units/" + unit))
                    .as("an answer without personal data")
                    .isEqualTo(200);
            assertThat(new Json(side.http("AUDITOR")).answer("/api/members/" + lan))
                    .as("a pseudonym")
                    .containsKey("name");

            full.set(false);
            assertThat(officer.answer("/api/members/" + lan)).containsEntry("name", NAME);
            assertThat(side.bean(AccessLog.class).trouble()).isEmpty();
        }
    }

    private static PersonalDataReads failing(PersonalDataReads register, AtomicBoolean full) {
        return new PersonalDataReads() {
            @Override
            public void append(List<PersonalDataRead> reads) {
                if (full.get()) {
                    throw new ReadsNotRecordedException("no room", null);
                }
                register.append(reads);
            }

            @Override
            public Found find(Search search) {
                return register.find(search);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void isSilentWhenNothingWasOpened() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(scribe).upTo(last)) {
            new Json(side.http("AUDITOR")).answer("/api/members/" + lan);
            new Json(side.http()).answer("/api/members/" + lan);
            keys.destroy(Subject.of(lan));
            new Json(side.http("OFFICER")).answer("/api/members/" + lan);

            assertThat(lines()).isEmpty();
            assertThat(side.bean(MeterRegistry.class)
                            .find("soto.personal-data.reads")
                            .meters())
                    .isEmpty();
        }
    }

    @Test
    void hasALineForEachBusinessOnThePageAndForNoOther() {
        List<BusinessId> shops =
                List.of(new BusinessId("b-1-" + own), new BusinessId("b-2-" + own), new BusinessId("b-3-" + own));
        shops.forEach(shop -> scribe.write(new BusinessRegistered(
                shop, BusinessKind.HOUSEHOLD_BUSINESS, unit, "HKD-1", keys.seal(Subject.of(shop), "tradeName", SHOP))));
        try (QuerySideFixture side =
                QuerySideFixture.inMemory(scribe).upTo(scribe.ledger.tail().number())) {
            new Json(side.http("LEADER")).answer("/api/units/" + unit + "/businesses?limit=2");

            assertThat(lines())
                    .containsExactly(
                            "read business:" + shops.getFirst() + " as leader by somebody",
                            "read business:" + shops.get(1) + " as leader by somebody");
            assertThat(reads(side, "business", "leader")).isEqualTo(2);
        }
    }
}
