package vn.soto.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.ErasureEvent.ErasureListed;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.PersonEvent.PersonalDataErased;
import vn.soto.contracts.person.PersonEvent.ProcessingRestricted;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.team.MemberId;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.reads.MemoryPersonalDataReads;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;

/** Names that an auditor opens for a reason. */
final class NamesIT {

    private static final String REASON = "COMPLAINT";
    private static final String WORDS = "đối chiếu đơn khiếu nại số 12 của bà Hoa";
    private static final MemberId LAN = new MemberId("lan-of-names");

    private final EventLog scribe = new EventLog();
    private final PersonalDataReads register = new MemoryPersonalDataReads();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.of(scribe, register)
            .upTo(scribe.write(new MemberProfileRecorded(
                            LAN, QuerySideFixture.KEYS.seal(Subject.of(LAN), "name", "Nguyễn Thị Lan"), null))
                    .number());

    private static EntityExchangeResult<String> open(WebTestClient client, Object body) {
        return client.post()
                .uri("/api/names")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    @Test
    void anAuditorSeesAPseudonymAndOpensTheNameForAReasonThatIsRecorded() {
        WebTestClient auditor = side.signedIn("kiem-tra", "AUDITOR");
        assertThat(new Json(auditor).answer("/api/members/" + LAN).toString())
                .contains("TV-")
                .doesNotContain("Lan");

        EntityExchangeResult<String> opened = open(
                auditor,
                Map.of("subjects", List.of("member:" + LAN, "member:unknown"), "reason", REASON, "words", WORDS));

        assertThat(opened.getStatus().value()).isEqualTo(200);
        assertThat(opened.getResponseBody()).contains("Nguyễn Thị Lan");
        List<PersonalDataRead> reads = register.find(
                        new PersonalDataReads.Search(null, "kiem-tra", null, null, null, 9))
                .reads();
        assertThat(reads).singleElement().satisfies(read -> {
            assertThat(read.reason()).isEqualTo(REASON);
            assertThat(String.valueOf(read.words())).as("sealed under her key").doesNotContain("Hoa");
            assertThat(read.role()).isEqualTo("auditor");
            assertThat(read.subject()).isEqualTo("member:" + LAN);
        });
        assertThat(new Json(auditor).answer("/api/personal-data-reads").toString())
                .contains(REASON, WORDS);
    }

    @Test
    void whoeverIsErasedTakesTheWordsAboutThemAlong() {
        MemberId hoa = new MemberId("hoa-of-names");
        side.upTo(scribe.write(new MemberProfileRecorded(
                        hoa, QuerySideFixture.KEYS.seal(Subject.of(hoa), "name", "Trần Thị Hoa"), null))
                .number());
        WebTestClient auditor = side.signedIn("kiem-tra", "AUDITOR");
        open(auditor, Map.of("subjects", List.of("member:" + hoa), "reason", REASON, "words", WORDS));

        QuerySideFixture.KEYS.destroy(Subject.of(hoa));
        side.upTo(scribe.write(
                        new PersonalDataErased(Subject.of(hoa), ErasureBasis.REQUEST_OF_THE_SUBJECT, null),
                        new ErasureListed(Subject.of(hoa), 1))
                .number());

        assertThat(new Json(auditor).answer("/api/personal-data-reads").toString())
                .contains(REASON, Person.ERASED)
                .doesNotContain("bà Hoa");
        assertThat(side.bean(PersonalDataReader.class).unopened())
                .as("a key that was destroyed by an erasure is no damaged one")
                .doesNotContain(Subject.of(hoa));
    }

    @Test
    void wordsThatHoldANumberOfAPersonAreRefusedHoweverItIsDisguised() {
        WebTestClient auditor = side.signedIn("kiem-tra", "AUDITOR");
        for (String words : List.of(
                "gọi lại số 0912345678 của bà ấy",
                "gọi lại số không chín một hai ba bốn năm sáu bảy tám",
                "gọi 0x9x1x2x3x4x5x6x7x8 giúp tôi",
                "hộ chiếu C1234567 của bà ấy",
                "xem thư gửi lan@example.vn nhé")) {
            EntityExchangeResult<String> answer =
                    open(auditor, Map.of("subjects", List.of("member:" + LAN), "reason", REASON, "words", words));
            assertThat(answer.getStatus().value()).as(words).isEqualTo(400);
            assertThat(answer.getResponseBody())
                    .contains("words-hold-personal-number")
                    .doesNotContain("Lan", words);
        }
        assertThat(register.find(new PersonalDataReads.Search(null, null, null, null, null, 9))
                        .reads())
                .isEmpty();
    }

    @Test
    void aReasonAlsoOpensTheNameOfSomebodyWhoseProcessingIsRestricted() {
        long last = scribe.write(new ProcessingRestricted(Subject.of(LAN), LocalDate.of(2026, 7, 1), null))
                .number();
        side.upTo(last);
        WebTestClient auditor = side.signedIn("kiem-tra", "AUDITOR");
        assertThat(new Json(auditor).answer("/api/members/" + LAN).toString())
                .contains("[đang hạn chế xử lý]")
                .doesNotContain("Lan");

        assertThat(open(auditor, Map.of("subjects", List.of("member:" + LAN), "reason", REASON))
                        .getResponseBody())
                .contains("Nguyễn Thị Lan");
    }

    @Test
    void withoutAReasonNothingIsOpenedOrRecorded() {
        WebTestClient auditor = side.signedIn("kiem-tra", "AUDITOR");
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("subjects", List.of("member:" + LAN)),
                Map.of("subjects", List.of("member:" + LAN), "reason", "đối chiếu đơn khiếu nại số 12"),
                Map.of("subjects", List.of("member:" + LAN), "reason", "OTHER"),
                Map.of("subjects", List.of("member:" + LAN), "reason", "OTHER", "words", "  x   "),
                Map.of("subjects", List.of("member:" + LAN), "reason", REASON, "words", "x".repeat(301)),
                Map.of("subjects", List.of(), "reason", REASON),
                Map.of("subjects", List.of("team:t1"), "reason", REASON),
                Map.of("reason", REASON))) {
            assertThat(open(auditor, body).getStatus().value())
                    .as(body.toString())
                    .isEqualTo(400);
        }
        assertThat(register.find(new PersonalDataReads.Search(null, null, null, null, null, 9))
                        .reads())
                .isEmpty();
    }

    @Test
    void whoeverReadsOnePersonAfterAnotherIsToldToWaitAndHowLong() {
        EventLog log = new EventLog();
        for (int i = 0; i < 3; i++) {
            MemberId member = new MemberId("pace-" + i);
            log.write(new MemberProfileRecorded(
                    member, QuerySideFixture.KEYS.seal(Subject.of(member), "name", "Người " + i), null));
        }
        Map<String, Object> settings = Map.of("soto.query.page-limit", "2", "soto.query.persons-at-once", "2");
        try (QuerySideFixture few = new QuerySideFixture(
                        log.ledger, log.codec, log.clock, settings, ReadModelStore.inMemory())
                .upTo(log.ledger.tail().number())) {
            Json officer = new Json(few.signedIn("can-bo", "OFFICER"));
            assertThat(officer.status("/api/members/pace-0")).isEqualTo(200);
            assertThat(officer.status("/api/members/pace-1")).isEqualTo(200);

            EntityExchangeResult<Map<String, Object>> told = officer.ask("/api/members/pace-2", "vi");

            assertThat(told.getStatus().value()).isEqualTo(429);
            assertThat(told.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1800");
            assertThat(String.valueOf(told.getResponseBody()))
                    .contains("giới hạn là 2 người trong 60 phút")
                    .doesNotContain("Người 2");
            assertThat(new Json(few.signedIn("can-bo-khac", "OFFICER")).status("/api/members/pace-2"))
                    .isEqualTo(200);
        }
    }

    @Test
    void nobodyButAnAuditorOpensNamesThisWay() {
        for (String role : List.of("MEMBER", "LEADER", "OFFICER", "ADMINISTRATOR", "VIEWER", "OPERATOR")) {
            assertThat(open(side.signedIn("a", role), Map.of("subjects", List.of("member:" + LAN), "reason", REASON))
                            .getStatus()
                            .value())
                    .as(role)
                    .isEqualTo(403);
        }
    }
}
