package vn.soto.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.query.testing.Sample.DAY;
import static vn.soto.query.testing.Sample.DECISION;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.organisation.OrganisationKind;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitChange;
import vn.soto.contracts.unit.UnitEvent.UnitChangeUndone;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.projection.Documents;
import vn.soto.projection.MemoryDocuments;
import vn.soto.projection.ReadModelStore;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;
import vn.soto.query.testing.EventLog;
import vn.soto.query.testing.Json;
import vn.soto.query.testing.PlainEvents;
import vn.soto.query.testing.QuerySideFixture;

/** The results for people who type a name, a code or an id. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SearchIT {

    private static final LocalDate RENAMED = LocalDate.of(2026, 4, 1);

    /** A number of more digits than the number of any commit has. */
    private static final String TOO_LONG = "999.999.999.999.999.999.999";

    private final EventLog ledger = new EventLog();
    private final long beforeRenaming = found();
    private final long tail = rename();

    @AutoClose
    private final QuerySideFixture side = QuerySideFixture.inMemory(ledger).upTo(tail);

    private final Json json = new Json(side.http());

    private long found() {
        unit("p", UnitKind.PROVINCE, "Bình Dương", "74", null);
        unit("c-1", UnitKind.COMMUNE, "Lai Uyên", "25822", "p");
        unit("c-2", UnitKind.WARD, "Hoà Phú", "25760", "p");
        unit("c-3", UnitKind.COMMUNE, "Đất Cuốc", "258", "p");
        unit("h-1", UnitKind.HAMLET, "Ấp 1", null, "c-1");
        unit("h-2", UnitKind.HAMLET, "Ấp 1", null, "c-3");
        unit("h-3", UnitKind.HAMLET, "Bàu Bàng", null, "c-1");
        unit("h-4", UnitKind.HAMLET, "Bầu Bằng", null, "c-1");
        team("t-1", "Tổ công nghệ số cộng đồng Ấp 1", "h-1");
        team("t-2", "Tổ CNSCĐ Bàu Bàng", "h-3");
        ledger.write(new OrganisationRegistered(
                new OrganisationId("o-1"), "Đoàn Thanh niên", OrganisationKind.TECHNOLOGY_COMPANY));
        ledger.write(new HouseholdRegistered(new HouseholdId("hh-1"), new UnitId("h-1"), "LU-0042"));
        team("t-3", "Đội Suối Sâu", "h-3");
        ledger.write(new OrganisationRegistered(
                new OrganisationId("o-2"), "Vina Phôn", OrganisationKind.TECHNOLOGY_COMPANY));
        ledger.write(new HouseholdRegistered(new HouseholdId("hh-3"), new UnitId("h-1"), "XX-0100"));
        return ledger.write(new HouseholdRegistered(new HouseholdId("hh-2"), new UnitId("h-2"), "DC-0042"))
                .number();
    }

    private long rename() {
        ledger.write(new UnitRenamed(new UnitId("c-2"), "Bình Dương", DECISION, RENAMED));
        ledger.write(new UnitRecoded(new UnitId("c-2"), "25999", DECISION, RENAMED));
        ledger.write(new UnitRenamed(new UnitId("c-3"), "Thường Tân", DECISION, RENAMED));
        ledger.write(new UnitChangeUndone(new UnitId("c-3"), UnitChange.RENAMED, RENAMED));
        ledger.write(new TeamCoverageChanged(new TeamId("t-3"), List.of(new UnitId("h-2")), DECISION, RENAMED));
        ledger.write(
                new OrganisationCorrected(new OrganisationId("o-2"), "VinaPhone", OrganisationKind.TECHNOLOGY_COMPANY));
        ledger.write(new ReferenceCorrected(new HouseholdId("hh-3"), new UnitId("h-1"), "XX-0200"));
        return ledger.write(new TeamRenamed(new TeamId("t-2"), "Tổ CNSCĐ Bến Tượng", DECISION, RENAMED))
                .number();
    }

    private void unit(String id, UnitKind kind, String name, @Nullable String code, @Nullable String parent) {
        ledger.write(new UnitEstablished(
                new UnitId(id), kind, name, code, parent == null ? null : new UnitId(parent), DECISION, DAY));
    }

    private void team(String id, String name, String unit) {
        MemberId leader = new MemberId("nguyen-van-an");
        ledger.write(PlainEvents.team(new TeamId(id), name, new UnitId(unit), DAY, leader));
    }

    private List<Map<String, Object>> hits(String typed, String more) {
        Object hits = json.answer(uri(typed, more)).get("hits");
        List<Map<String, Object>> found = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(hits)).forEach(hit -> found.add(Json.map(hit)));
        return found;
    }

    private static String uri(String typed, String more) {
        return "/api/search?q=" + typed + more;
    }

    private List<Object> ids(String typed) {
        return ids(typed, "");
    }

    private List<Object> ids(String typed, String more) {
        return hits(typed, more).stream().<Object>map(hit -> hit.get("id")).toList();
    }

    @Test
    void aCommuneIsFoundHoweverItsAccentsAreTyped() {
        for (String typed : List.of("Đất Cuốc", "đất cuốc", "dat cuoc", "DAT CUOC", "Đất Cuốc", "dat  cuôc")) {
            assertThat(ids(typed)).as(typed).containsExactly("c-3");
        }
        assertThat(ids("hòa phú")).contains("c-2").isEqualTo(ids("hoà phú"));
    }

    @Test
    void theNameWithTheAccentsTypedComesFirst() {
        assertThat(ids("bàu bàng", "&kinds=unit")).containsExactly("h-3", "h-4");
        assertThat(ids("bầu bằng", "&kinds=unit")).containsExactly("h-4", "h-3");
        assertThat(ids("bau bang", "&kinds=unit")).containsExactlyInAnyOrder("h-3", "h-4");
    }

    @Test
    void aUnitIsFoundWhileItsNameIsBeingTyped() {
        for (String typed : List.of("l", "la", "lai", "lai u", "lai uy", "uyen", "uyên lai")) {
            assertThat(ids(typed)).as(typed).contains("c-1");
        }
        assertThat(ids("lai x")).isEmpty();
    }

    @Test
    void theWordForTheKindOfUnitMayBeTypedToo() {
        assertThat(ids("xã Lai Uyên")).containsExactly("c-1");
        assertThat(ids("xa dat cuoc")).containsExactly("c-3");
    }

    @Test
    void aTeamIsFoundByItsFullOrItsShortName() {
        assertThat(ids("Tổ CNSCĐ ấp 1")).containsExactly("t-1");
        assertThat(ids("tổ công nghệ số cộng đồng bến tượng")).containsExactly("t-2");
    }

    @Test
    void aUnitIsFoundUnderItsFormerNameAndCodeWithTheirDays() {
        Map<String, Object> hit = hits("hoa phu", "").getFirst();
        assertThat(hit).containsEntry("id", "c-2").containsEntry("name", "Bình Dương");
        assertThat(hit.get("matches"))
                .isEqualTo(List.of(Map.of(
                        "use",
                        "NAME",
                        "text",
                        "Hoà Phú",
                        "from",
                        DAY.toString(),
                        "until",
                        RENAMED.minusDays(1).toString(),
                        "valid",
                        false)));
        assertThat(ids("25760")).containsExactly("c-2");
        assertThat(hits("hoa phu", "&on=" + DAY).getFirst()).containsEntry("name", "Hoà Phú");
    }

    @Test
    void aTeamIsFoundUnderItsFormerNameToo() {
        Map<String, Object> hit = hits("to cnscd bau bang", "").getFirst();
        assertThat(hit).containsEntry("id", "t-2").containsEntry("name", "Tổ CNSCĐ Bến Tượng");
    }

    @Test
    void aNameThatWasTakenBackFindsNothing() {
        assertThat(ids("thuong tan")).isEmpty();
        long known = beforeRenaming + 3;
        assertThat(ids("thuong tan", "&asOf=" + known)).containsExactly("c-3");
    }

    @Test
    void whatWasNotKnownYetIsNotFound() {
        assertThat(ids("ben tuong")).containsExactly("t-2");
        assertThat(ids("ben tuong", "&asOf=" + beforeRenaming)).isEmpty();
    }

    @Test
    void aCodeComesBeforeLongerCodes() {
        assertThat(ids("258")).containsExactly("c-3", "c-1");
        assertThat(ids("74").getFirst()).isEqualTo("p");
    }

    @Test
    void aHouseholdIsFoundByItsReferenceAndShownInItsHamlet() {
        assertThat(ids("lu-0042")).containsExactly("hh-1");
        assertThat(ids("LU-00")).containsExactly("hh-1");
        Map<String, Object> links = Json.map(json.whole(uri("lu-0042", "")).get("links"));
        Map<String, Object> household =
                Json.map(Json.map(Json.map(links.get("ids")).get("household")).get("hh-1"));
        assertThat(household)
                .containsEntry("name", "LU-0042")
                .containsEntry("href", "/api/households/hh-1")
                .containsEntry("within", List.of("p", "c-1", "h-1"));
    }

    @Test
    void twoHamletsOfOneNameAreToldApartByTheirCommunes() {
        assertThat(ids("ấp 1", "&kinds=unit")).containsExactly("h-1", "h-2");
        Map<String, Object> units = Json.map(Json.map(
                        Json.map(json.whole(uri("ấp 1", "&kinds=unit")).get("links"))
                                .get("ids"))
                .get("unit"));
        assertThat(Json.map(units.get("h-1"))).containsEntry("within", List.of("p", "c-1"));
        assertThat(Json.map(units.get("h-2"))).containsEntry("within", List.of("p", "c-3"));
        assertThat(Json.map(units.get("c-1"))).containsEntry("name", "Lai Uyên");
    }

    @Test
    void nobodyIsFoundByAnIdOfAPerson() {
        assertThat(ids("nguyen-van-an")).isEmpty();
        for (String kind : List.of("person", "candidate")) {
            assertThat(json.status(uri("an", "&kinds=" + kind))).as(kind).isEqualTo(400);
        }
    }

    @Test
    void nothingThatIsTypedIsSyntax() {
        for (String typed : List.of(
                "name:*", "*a*", "a OR", "\"a", "a~2", "[a TO z]", "a AND NOT b", "(a", "a\\", "a/b", TOO_LONG)) {
            String encoded = URLEncoder.encode(typed, StandardCharsets.UTF_8);
            assertThat(side.http()
                            .get()
                            .uri(URI.create(uri(encoded, "")))
                            .exchange()
                            .expectBody()
                            .returnResult()
                            .getStatus()
                            .value())
                    .as(typed)
                    .isEqualTo(200);
        }
        assertThat(ids("* *a")).isEqualTo(ids("a"));
    }

    @Test
    void onlyATextOfBoundedLengthWithALetterOrDigitIsSearchedFor() {
        assertThat(json.status("/api/search")).isEqualTo(400);
        for (String typed : List.of("", " ", "*", "--", "a".repeat(101))) {
            assertThat(json.status(uri(typed, ""))).as(typed).isEqualTo(400);
        }
        assertThat(json.status(uri("a ".repeat(50).strip(), ""))).isEqualTo(200);
        assertThat(json.status(uri("a", "&kinds=bird"))).isEqualTo(400);
    }

    @Test
    void aCodeOrNameEnteredWronglyIsNotFoundOnceItIsCorrected() {
        assertThat(hits("XX-0200", "")).extracting(hit -> hit.get("id")).containsExactly("hh-3");
        assertThat(hits("XX-0100", "")).isEmpty();
        assertThat(hits("XX-0100", "&asOf=" + beforeRenaming))
                .extracting(hit -> hit.get("id"))
                .containsExactly("hh-3");
        assertThat(hits("vinaphone", "")).extracting(hit -> hit.get("name")).containsExactly("VinaPhone");
        assertThat(hits("vina phon", "")).isEmpty();
    }

    @Test
    void aTeamLiesInTheUnitThatItCoveredOnTheDay() {
        assertThat(within("doi suoi sau", "&on=" + RENAMED.minusDays(1))).containsExactly("p", "c-1", "h-3");
        assertThat(within("doi suoi sau", "&on=" + RENAMED)).containsExactly("p", "c-3", "h-2");
    }

    private List<Object> within(String typed, String more) {
        Map<String, Object> ids =
                Json.map(Json.map(json.whole(uri(typed, more)).get("links")).get("ids"));
        Object within = Json.map(Json.map(ids.get("team")).get("t-3")).get("within");
        return List.copyOf((List<?>) Objects.requireNonNull(within));
    }

    @Test
    void anAnswerSaysHowFarTheIndexIs() {
        Map<String, Object> answer = json.answer(uri("a", "&atLeast=" + tail));
        assertThat(((Number) answer.getOrDefault("indexed", -1)).longValue()).isEqualTo(tail);
        assertThat(answer).containsEntry("more", false);
    }

    /** However many terms match, no more are read than were asked for. */
    @Test
    void theBestAreReadAndNoOthers() {
        SearchIndex index = new SearchIndex();
        index.write(IntStream.range(0, 20_000).mapToObj(SearchIT::reference).toList());
        Set<IdKind> households = Set.of(IdKind.HOUSEHOLD);
        assertThat(index.search(new SearchQuery("ho", households, 30_000).lucene(), 30))
                .hasSize(30);
        assertThat(index.search(new SearchQuery("HO-1999", households, 30_000).lucene(), 30)
                        .getFirst()
                        .text())
                .isEqualTo("HO-1999");
        assertThat(index.search(new SearchQuery("ho", households, 9).lucene(), 30))
                .hasSize(10);
        index.close();
    }

    private static SearchTerm reference(int i) {
        return new SearchTerm("k" + i, IdKind.HOUSEHOLD, "h" + i, Use.REFERENCE, "HO-" + i, i, i);
    }

    /** The cost of a search is the number of look-ups in the store of read models. */
    @Test
    void manyHitsCostAsManyLookUpsAsOne() {
        EventLog crowded = new EventLog();
        crowded.write(new UnitEstablished(new UnitId("p"), UnitKind.PROVINCE, "Bình Dương", "74", null, DECISION, DAY));
        crowded.write(new UnitEstablished(
                new UnitId("c"), UnitKind.COMMUNE, "Lai Uyên", "25822", new UnitId("p"), DECISION, DAY));
        for (int i = 0; i < 60; i++) {
            UnitId hamlet = new UnitId("h-" + i);
            crowded.write(
                    new UnitEstablished(hamlet, UnitKind.HAMLET, "Ấp " + i, null, new UnitId("c"), DECISION, DAY));
            crowded.write(new HouseholdRegistered(new HouseholdId("hh-" + i), hamlet, "HO-" + i));
        }
        AtomicInteger lookUps = new AtomicInteger();
        ReadModelStore counting = new ReadModelStore.InMemory(counting(new MemoryDocuments(), lookUps));
        long last = crowded.ledger.tail().number();
        try (QuerySideFixture other =
                new QuerySideFixture(crowded.ledger, crowded.codec, crowded.clock, Map.of(), counting).upTo(last)) {
            Json answers = new Json(other.http());
            // The first question reads what is kept for those after it.
            answers.answer(uri("ap", "&limit=1"));
            for (String typed : List.of("ap", "ho-")) {
                assertThat(lookUpsFor(answers, uri(typed, "&limit=50"), 50, lookUps))
                        .isEqualTo(lookUpsFor(answers, uri(typed, "&limit=1"), 1, lookUps));
            }
        }
    }

    private static int lookUpsFor(Json answers, String uri, int hits, AtomicInteger lookUps) {
        int before = lookUps.get();
        assertThat((List<?>) answers.answer(uri).get("hits")).hasSize(hits);
        return lookUps.get() - before;
    }

    private static Documents counting(Documents documents, AtomicInteger lookUps) {
        return (Documents) Proxy.newProxyInstance(
                Documents.class.getClassLoader(), new Class<?>[] {Documents.class}, (self, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        lookUps.incrementAndGet();
                    }
                    return method.invoke(documents, arguments);
                });
    }

    /** The index is made of the ledger: a replay makes the same one. */
    @Test
    void aReplayFindsTheSame() {
        try (QuerySideFixture other = QuerySideFixture.inMemory(ledger).upTo(tail)) {
            List<String> typed = List.of("a", "binh duong", "258", "hoa phu", "0042", "to");
            List<Object> before = answers(other, typed);
            other.projections().named("search").orElseThrow().replay();
            other.replayed();
            assertThat(answers(other, typed)).isEqualTo(before);
        }
    }

    private static List<Object> answers(QuerySideFixture side, List<String> typed) {
        Json json = new Json(side.http());
        return typed.stream().<Object>map(each -> json.answer(uri(each, ""))).toList();
    }

    /** Over MongoDB each process indexes the whole ledger for itself, and nothing of it is stored. */
    @Test
    @Tag("long")
    void eachProcessHasAnIndexOfItsOwn() {
        try (QuerySideFixture stored = QuerySideFixture.of(ledger).upTo(tail)) {
            Json other = new Json(stored.http());
            assertThat(other.answer(uri("lai uyen", ""))).isEqualTo(json.answer(uri("lai uyen", "")));
            assertThat(stored.documents()).doesNotContainKey("search");
        }
    }
}
