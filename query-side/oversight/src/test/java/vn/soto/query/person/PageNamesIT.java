package vn.soto.query.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.privacy.reads.PersonalDataReads;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.QuerySideFixture;
import vn.soto.query.testing.Sample;
import vn.soto.web.AnswerKeys;
import vn.soto.web.PageReading;

/** The names of people in an answer that a page shows. */
final class PageNamesIT {

    private static final String NAME = "Nguyễn Thị Lan";

    private final Sample sample = new Sample(11, 5);
    private final MemberId lan = new MemberId("lan-" + Integer.toHexString(System.identityHashCode(this)));
    private PageReading reading = new PageReading("/members/" + lan);

    private long profile() {
        return sample.scribe
                .write(new MemberProfileRecorded(lan, QuerySideFixture.KEYS.seal(Subject.of(lan), "name", NAME), null))
                .number();
    }

    /** Somebody whose questions are those of one page. */
    private WebTestClient onAPage(QuerySideFixture side, String... roles) {
        return side.http(roles)
                .mutateWith((client, server, connector) -> Objects.requireNonNull(server)
                        .filters(filters -> filters.addFirst((exchange, chain) -> {
                            exchange.getAttributes().put(AnswerKeys.PAGE, reading);
                            return chain.filter(exchange);
                        })));
    }

    private static String body(WebTestClient client, String path) {
        return String.valueOf(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void whoMaySeeNamesReadsThemAndTheRegisterNamesAPersonOnceAPage() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe).upTo(last)) {
            String link = "\"" + lan + "\":{\"href\":\"/api/members/" + lan + "\",\"name\":\"" + NAME + "\"";
            WebTestClient page = onAPage(side, "OFFICER");
            assertThat(body(page, "/api/members/" + lan)).contains(link);
            assertThat(body(page, "/api/members/" + lan + "/memberships")).doesNotContain(NAME);
            assertThat(body(page, "/api/members/" + lan + "/follow-ups")).contains(link);

            Map<String, Object> reads =
                    new Json(side.http("AUDITOR")).answer("/api/personal-data-reads?subject=member:" + lan);
            assertThat(String.valueOf(reads.get("reads")))
                    .as("one entry, by the address of the page")
                    .containsOnlyOnce("question=/members/" + lan);
        }
    }

    /** A page asks up to sixteen questions at once. */
    @Test
    void answersOfAPageThatAreMadeAtOnceNameAPersonOnceInTheRegister() {
        long last = profile();
        List<PersonalDataRead> recorded = new CopyOnWriteArrayList<>();
        CountDownLatch both = new CountDownLatch(2);
        PersonalDataReads register = new PersonalDataReads() {
            @Override
            public void append(List<PersonalDataRead> reads) {
                recorded.addAll(reads);
                both.countDown();
                try {
                    assertThat(both.await(300, TimeUnit.MILLISECONDS)).isFalse();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public Found find(Search search) {
                return new Found(recorded, Optional.empty());
            }

            @Override
            public void close() {}
        };
        try (QuerySideFixture side =
                QuerySideFixture.of(sample.scribe, register).upTo(last)) {
            WebTestClient page = onAPage(side, "OFFICER");
            assertThat(IntStream.range(0, 4)
                            .parallel()
                            .mapToObj(question -> body(page, "/api/members/" + lan + "/follow-ups")))
                    .allMatch(answer -> answer.contains(NAME));
        }
        assertThat(recorded).hasSize(1);
    }

    @Test
    void othersReadAPseudonymThatStaysTheSame() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe).upTo(last)) {
            String answer = body(onAPage(side, "AUDITOR"), "/api/members/" + lan + "/follow-ups");
            assertThat(answer).containsPattern("\"name\":\"người [0-9a-f]{4}\"").doesNotContain(NAME);
            assertThat(body(onAPage(side, "AUDITOR"), "/api/members/" + lan + "/follow-ups"))
                    .contains(answer.replaceAll(".*\"(người [0-9a-f]{4})\".*", "$1"));
            assertThat(reading.opened()).isEmpty();
        }
    }

    /** A file names at most so many persons without a reason, and opens nobody's name where none are wanted. */
    @Test
    void aFileNamesNoMoreThanItMayAndSaysWhyInTheRegister() {
        long last = profile();
        String asked = "/api/members/" + lan + "/follow-ups";
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe).upTo(last)) {
            reading = new PageReading("/members/" + lan + "/follow-ups?file=xlsx", 0, null);
            assertThat(String.valueOf(onAPage(side, "OFFICER")
                            .get()
                            .uri(asked)
                            .exchange()
                            .expectStatus()
                            .isForbidden()
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody()))
                    .contains("urn:soto:problem:names-without-reason");
            reading.withholdNames();
            assertThat(body(onAPage(side, "OFFICER"), asked))
                    .containsPattern("\"name\":\"người [0-9a-f]{4}\"")
                    .doesNotContain(NAME);
            assertThat(new Json(side.http("AUDITOR"))
                            .answer("/api/personal-data-reads?subject=member:" + lan)
                            .get("reads"))
                    .as("nothing was shown")
                    .isEqualTo(List.of());

            reading = new PageReading("/members/" + lan + "/follow-ups?file=xlsx", 1, "WORK_LIST");
            assertThat(body(onAPage(side, "OFFICER"), asked)).contains(NAME);
            assertThat(String.valueOf(new Json(side.http("AUDITOR"))
                            .answer("/api/personal-data-reads?subject=member:" + lan)
                            .get("reads")))
                    .contains("file=xlsx", "WORK_LIST");
            reading = new PageReading("/members/" + lan, 1, "nothing");
            onAPage(side, "OFFICER").get().uri(asked).exchange().expectStatus().isBadRequest();
        }
    }

    /** Requests have no number that people know: who may read what was asked for finds one by it, others by its topic and day. */
    @Test
    void aRequestIsCalledByWhatIsAskedForWhereTheReaderMayKnow() {
        String note = "Nhờ tổ đến hướng dẫn nộp hồ sơ cấp lại giấy phép xây dựng trên cổng dịch vụ công";
        SupportRequestId request = new SupportRequestId("asked-" + Integer.toHexString(System.identityHashCode(this)));
        UnitId unit = sample.residential.getFirst();
        long last = sample.scribe
                .write(new SupportRequestReceived(
                        request,
                        unit,
                        null,
                        RequestSource.HOTLINE,
                        List.of(ServiceCategory.VNEID),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2026, 7, 6),
                        null,
                        null,
                        QuerySideFixture.KEYS.seal(Subject.of(request), "note", note)))
                .number();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe).upTo(last)) {
            String list = "/api/units/" + unit + "/requests";
            assertThat(body(onAPage(side, "OFFICER"), list))
                    .contains("\"name\":\"Nhờ tổ đến hướng dẫn nộp hồ sơ cấp lại giấy phép xây dựng…\"");
            assertThat(reading.opened()).containsExactly(Subject.of(request).toString());
            reading = new PageReading(list);
            assertThat(body(onAPage(side, "AUDITOR"), list))
                    .containsPattern("\"name\":\"[^\"]*, 01/07/2026\"")
                    .doesNotContain("Nhờ tổ");
            assertThat(reading.opened()).isEmpty();
            assertThat(body(side.http("OFFICER"), list)).doesNotContain("Nhờ tổ");
        }
    }

    @Test
    void aProgramReadsIdsAsBefore() {
        long last = profile();
        try (QuerySideFixture side = QuerySideFixture.inMemory(sample.scribe).upTo(last)) {
            assertThat(body(side.http("OFFICER"), "/api/members/" + lan + "/follow-ups"))
                    .doesNotContain(NAME, "người ", "\"names\"");
        }
    }
}
