package vn.soto.e2e.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.e2e.SharedProducts;
import vn.soto.harness.AllInOne;
import vn.soto.harness.PageCrawl;
import vn.soto.harness.PageCrawl.Asker;
import vn.soto.harness.PageCrawl.Visited;

/** The pages that each role reaches from where it begins, with the demo: one role after the other, as some pages list what others read. */
@Tag("processes")
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EveryPageIT {

    private static final long SEED = Long.getLong("soto.seed", 20241030L);

    /** Pages of a role: the kinds that it reaches first, one of each, and others. */
    private static final int MOST = 400;

    /** Questions without a page, with the reason. */
    private static final Map<String, String> WITHOUT = new TreeMap<>(Map.of(
            "/api/live", "a stream, which pages listen to",
            "/api/leaves", "bytes for those who compute hashes themselves",
            "/api/openapi.json", "the description of the API for programs"));

    private static final int CLICKS = 3;

    private static final boolean LONG = Boolean.getBoolean("soto.long");

    /** Forms stand where they are given, and help is read step by step. */
    private static final Pattern DEEPER = Pattern.compile("^/(do|help|import|round-step)/");

    /** Commands that start something and whose form is a page of its own. */
    private static final Map<String, String> OWN_PAGES = Map.of(
            "/visit", "record-assistance",
            "/rows/visits", "record-assistance",
            "/found-team", "form-team",
            "/held-training", "record-training",
            "/open-round", "open-recognition-round");

    private static final List<String> COMPARED = List.of(
            "/dashboards/bd-003?quarter=2024-Q4&compare=yes",
            "/dashboards/bd-003?quarter=2025-Q1&boundaries=as-now&compare=yes");

    private static final Set<Integer> EXPLAINED = Set.of(200, 400, 403, 404);

    private final Asker asker = asker();

    private static Asker asker() {
        AllInOne product = SharedProducts.demo();
        return product::get;
    }

    /** At the desk whoever may do most, whoever records most, and two whose pages are few and their own. */
    static List<String> walking() {
        return LONG ? PageCrawl.ROLES : List.of("administrator", "member", "operator", "organisation-officer");
    }

    @ParameterizedTest
    @Order(2)
    @Tag("long")
    @FieldSource("vn.soto.harness.PageCrawl#ROLES")
    void whatARoleReachesIsAsPagesAre(String role) {
        List<Visited> pages = new PageCrawl(asker, role, SEED, MOST).visited();
        PageRules rules = new PageRules(asker);
        List<String> wrong = new ArrayList<>();
        for (Visited page : pages) {
            rules.wrong(page).stream().limit(3).forEach(each -> wrong.add(page + ": " + each));
        }
        assertThat(pages).as("pages that " + role + " reaches").hasSizeGreaterThan(3);
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    /**
     * The home leads everywhere, and to every command of the role that starts something; other forms stand where they are given. One page
     * of each kind is read, at length each.
     */
    @ParameterizedTest
    @Order(1)
    @MethodSource("walking")
    void everyKindOfPageIsWithinThreeClicksAndSpeaksToPeople(String role) {
        List<Visited> pages = new PageCrawl(asker, role, SEED, MOST).kinds();
        PageRules rules = new PageRules(asker);
        // One household or unit may have little: where it stands, others of its kind stand, too.
        Map<String, Integer> clicks = new HashMap<>();
        pages.forEach(page -> clicks.merge(PageCrawl.kind(page.path()), page.clicks(), Math::min));
        Set<String> read = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (Visited page : pages) {
            if (clicks.getOrDefault(PageCrawl.kind(page.from()), 0) >= CLICKS
                    && !DEEPER.matcher(page.path()).find()
                    // A tour leads through the places of the role that it is about, whoever reads it.
                    && !page.from().startsWith("/help/")) {
                wrong.add(page + ": " + page.clicks() + " clicks from the home");
            }
            if (read.add(PageCrawl.kind(page.path())) || LONG) {
                rules.forPeople(page).stream().limit(3).forEach(each -> wrong.add(page + ": " + each));
            }
        }
        Set<String> starting = starting(role);
        starting.removeAll(linked(pages, CLICKS));
        starting.removeIf(command -> isDescribed(command, role, pages));
        starting.forEach(command -> wrong.add(role + " may give " + command + ", which three clicks do not reach"));
        assertThat(pages).as("pages that " + role + " reaches").hasSizeGreaterThan(3);
        assertThat(wrong).as("seed " + SEED).isEmpty();
    }

    /** Commands that the role may give and that start something. */
    private Set<String> starting(String role) {
        String answer = asker.get(role, "/api", "Accept", "application/json").body();
        JsonNode links = new JsonMapper().readTree(answer).get("links");
        assertThat(links).as(role + " is answered " + answer).isNotNull();
        return new TreeSet<>(links.path("commands").propertyNames());
    }

    /** Whether a description of the command, to which fewer than two clicks lead, leads to its form. */
    private boolean isDescribed(String command, String role, List<Visited> pages) {
        String description = "/commands/" + command;
        return hrefs(pages, CLICKS - 1).anyMatch(description::equals)
                && linked(List.of(new PageCrawl(asker, role, SEED, MOST).visit(description, "/commands")), CLICKS)
                        .contains(command);
    }

    private static Stream<String> hrefs(List<Visited> pages, int clicks) {
        return pages.stream()
                .filter(page -> page.clicks() < clicks)
                .flatMap(page -> page.document().select("a[href^=/]").eachAttr("href").stream());
    }

    /** Commands to whose forms the pages lead that fewer clicks reach. */
    private static Set<String> linked(List<Visited> pages, int clicks) {
        return hrefs(pages, clicks)
                .map(href -> href.split("[?#]", 2)[0])
                .map(path ->
                        path.startsWith("/do/") ? path.substring("/do/".length()) : OWN_PAGES.getOrDefault(path, ""))
                .collect(Collectors.toSet());
    }

    @Test
    void rowsOfBothBoundariesAddUp() {
        List<String> wrong = new ArrayList<>();
        for (String path : COMPARED) {
            Document page = Jsoup.parse(
                    asker.get("auditor", path, "Accept", "text/html").body());
            assertThat(page.select("table:has(tfoot)")).as(path).hasSize(2);
            page.select("table:has(tfoot)").forEach(table -> wrong.addAll(PrintedSums.wrong(table)));
            assertThat(page.select("main .state.ok").text()).as(path).contains("bằng nhau");
        }
        assertThat(wrong).isEmpty();
    }

    /** Units of today and of the past, of every tier. */
    @Test
    @Tag("long")
    void rowsOfEveryUnitAddUpInEitherBoundaries() {
        List<String> wrong = new ArrayList<>();
        Set<String> units = units();
        for (String unit : units) {
            for (String shown : List.of("as-was", "as-now", "as-now&compare=yes")) {
                for (String quarter : List.of("2024-Q4", "2025-Q3")) {
                    String path = "/dashboards/" + unit + "?quarter=" + quarter + "&boundaries=" + shown;
                    Document page = Jsoup.parse(
                            asker.get("auditor", path, "Accept", "text/html").body());
                    assertThat(page.select("h1").size()).as(path).isEqualTo(1);
                    Stream.concat(
                                    page.select("table:has(tfoot)").stream()
                                            .flatMap(table -> PrintedSums.wrong(table).stream()),
                                    page.select("main .state.bad").eachText().stream())
                            .forEach(fault -> wrong.add(path + ": " + fault));
                }
            }
        }
        assertThat(units).hasSizeGreaterThan(100);
        assertThat(wrong).isEmpty();
    }

    /** Every unit that those of today lead to: those in them, and those of which they were made. */
    private Set<String> units() {
        Set<String> units = new LinkedHashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(answer("/api/units")));
        while (!open.isEmpty()) {
            for (JsonNode unit : open.remove()) {
                String id =
                        (unit.has("by") ? unit.get("unit") : unit).get("unit").asString();
                if (units.add(id)) {
                    JsonNode found = answer("/api/units/" + id);
                    open.add(found.path("children"));
                    open.add(found.path("predecessors"));
                }
            }
        }
        return units;
    }

    private JsonNode answer(String question) {
        return new JsonMapper()
                .readTree(asker.get("auditor", question, "Accept", "application/json")
                        .body())
                .path("answer");
    }

    /** After the walks: what is asked about nothing stands in the registers that they read. */
    @Test
    void everyQuestionHasAPage() {
        JsonNode description = new JsonMapper()
                .readTree(asker.get("auditor", "/api/openapi.json", "Accept", "application/json")
                        .body());
        Map<String, Integer> without = new TreeMap<>();
        description.get("paths").propertyNames().stream()
                .filter(path -> description.get("paths").get(path).has("get"))
                .filter(path -> path.startsWith("/api"))
                // A table is the same answer for a spreadsheet.
                .filter(path -> !path.endsWith(".csv"))
                .forEach(path -> {
                    HttpResponse<String> answer = asker.page(
                            "auditor", path.substring("/api".length()).replaceAll("\\{[^}]*\\}", "0"));
                    if (!isShown(answer)) {
                        without.put(path, answer.statusCode());
                    }
                });

        assertThat(without.keySet()).as("status of each: " + without).isSubsetOf(WITHOUT.keySet());
    }

    /** Whether it is a page: the answer, or why there is none for these values. */
    private static boolean isShown(HttpResponse<String> answer) {
        Document document = Jsoup.parse(answer.body());
        return EXPLAINED.contains(answer.statusCode())
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && document.select("h1").size() == 1
                && Stream.of(document.select("link[rel=alternate]").attr("href"))
                        .allMatch(href -> href.startsWith("/api"));
    }
}
