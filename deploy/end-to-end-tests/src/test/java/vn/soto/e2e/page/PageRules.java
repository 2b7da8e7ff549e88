package vn.soto.e2e.page;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.harness.PageCrawl;
import vn.soto.harness.PageCrawl.Asker;
import vn.soto.harness.PageCrawl.Visited;

/** The rules for every page; each rule answers with the faults. */
final class PageRules {

    private static final int MOST_PRIMARY = 1;
    private static final int MOST_OTHERS = 5;

    private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(_[A-Z0-9]+)+\\b");

    /** Ids, whole or by their ends, hashes, and the accounts and persons that the demo names so. */
    private static final Pattern ID = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-|(?<![-\\w])[0-9a-f]{16,}\\b|\\b[0-9a-f]{4}…[0-9a-f]{4}\\b|…[0-9a-f]{6}\\b|\\bdemo-[a-z]+-");

    private static final Pattern PSEUDONYM = Pattern.compile("(người|person) [0-9a-f]{4}");

    /** Commits and events are what auditors look at, and descriptions of commands are for programs. */
    private static final Pattern WITH_IDS = Pattern.compile("^/(commits|events|verify|commands|correlations)(/|$|[?])");

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ATTEMPTS = 20;

    private final Asker asker;
    private final PageBytes bytes;

    PageRules(Asker asker) {
        this.asker = asker;
        this.bytes = new PageBytes(asker);
    }

    List<String> wrong(Visited page) {
        List<String> wrong = new ArrayList<>();
        int status = page.answer().statusCode();
        // A tour leads through the places of the role that it is about, whoever reads it.
        if (status == 403 && page.from().startsWith("/help/")) {
            return wrong;
        }
        if (status != 200) {
            wrong.add(
                    "answers " + status + ": " + page.document().select("main").text());
            return wrong;
        }
        if (page.document().select("h1").size() != 1) {
            wrong.add(page.document().select("h1").size() + " headings of the first level");
        }
        if (page.document().title().isBlank()) {
            wrong.add("no title");
        }
        for (Element element : page.document().getAllElements()) {
            inline(element).forEach(wrong::add);
        }
        codes(page.document()).forEach(code -> wrong.add("the name of a value in the API: " + code));
        wrong.addAll(bytes.wrong(page));
        wrong.addAll(figures(page));
        page.document().select("table:has(tfoot)").forEach(table -> wrong.addAll(PrintedSums.wrong(table)));
        return wrong;
    }

    /**
     * The rules for pages that people read: the numbers add up, and nobody but an auditor reads an id, a hash or an
     * account.
     */
    List<String> forPeople(Visited page) {
        List<String> wrong = new ArrayList<>();
        if (page.answer().statusCode() != 200) {
            if (!page.from().startsWith("/help/")) {
                wrong.add("answers " + page.answer().statusCode());
            }
            return wrong;
        }
        wrong.addAll(unproved(page.document()));
        page.document().select("table:has(tfoot)").forEach(table -> wrong.addAll(PrintedSums.wrong(table)));
        frame(page).forEach(wrong::add);
        numbers(page.document()).forEach(wrong::add);
        actions(page.document()).forEach(wrong::add);
        wrong.addAll(bytes.wrong(page));
        if (WITH_IDS.matcher(page.path()).find()) {
            return wrong;
        }
        codes(page.document()).forEach(code -> wrong.add("the name of a value in the API: " + code));
        if (!page.role().equals("auditor")) {
            Document read = page.document().clone();
            read.select("footer, script, .time, input").remove();
            String text = read.text();
            ID.matcher(text)
                    .results()
                    .map(found -> around(found, text))
                    .distinct()
                    .forEach(id -> wrong.add("an id or a hash: " + id));
        }
        return wrong;
    }

    private static String around(MatchResult found, String text) {
        return text.substring(Math.max(0, found.start() - 30), Math.min(text.length(), found.end() + 30));
    }

    /**
     * The reader with their role, and the way back to the home stand on every page. The ledger's line is below the
     * content, but for auditors.
     */
    private static List<String> frame(Visited page) {
        List<String> wrong = new ArrayList<>();
        if (!page.path().startsWith("/?")
                && !page.path().equals("/")
                && page.document().select("nav.crumbs a[href^=/]").isEmpty()) {
            wrong.add("no way back to the home");
        }
        if (page.document().select(".account span").eachText().stream()
                        .filter(text -> !text.isBlank())
                        .count()
                < 2) {
            wrong.add("does not say who reads, in which role");
        }
        Element reader = page.document().selectFirst(".account span");
        if (reader != null
                && (reader.text().equals(page.role())
                        || PSEUDONYM.matcher(reader.text()).matches())) {
            wrong.add("does not call the reader by a name: " + reader.text());
        }
        Element line = page.document().selectFirst("main > section.time");
        Element title = page.document().selectFirst("main > h1");
        if (line != null && title != null) {
            boolean first = line.elementSiblingIndex() < title.elementSiblingIndex();
            if (first != (page.role().equals("auditor") || page.path().contains("asOf="))) {
                wrong.add("the ledger's line stands " + (first ? "above" : "below") + " the title");
            }
        }
        return wrong;
    }

    /** An unknown number is a dash, zero is a zero, and the place of a number is never empty. */
    private static List<String> numbers(Document page) {
        List<String> wrong = new ArrayList<>();
        for (Element number : page.select("main data[value]")) {
            boolean zero = number.attr("value").equals("0");
            if (number.text().isBlank()
                    || number.text().equals("–")
                    || (zero && !number.text().startsWith("0"))) {
                wrong.add("a number that is not printed as it is: " + number);
            }
        }
        for (Element cell : page.select("main td.number")) {
            if (cell.text().isBlank()) {
                wrong.add("an empty place of a number in "
                        + requireNonNull(cell.closest("table"))
                                .select("caption")
                                .text() + ": " + cell.parent());
            }
        }
        return wrong;
    }

    /** One action stands out, and at most five stand before a fold. */
    private static List<String> actions(Document document) {
        Document page = document.clone();
        page.select("[hidden], details:not(.narrow)").remove();
        List<String> wrong = new ArrayList<>();
        List<String> primary = page.select("main .primary").eachText();
        if (primary.size() > MOST_PRIMARY) {
            wrong.add("actions that stand out: " + primary);
        }
        for (Element group : page.select("main nav.commands, main nav.begin")) {
            int others = group.select(".button:not(.primary)").size();
            if (others > MOST_OTHERS) {
                wrong.add(others + " actions before a fold");
            }
        }
        return wrong;
    }

    /** Names such as {@code NEEDS_FOLLOW_UP}, which are for programs, in what a person reads. */
    private static List<String> codes(Document page) {
        Document read = page.clone();
        read.select("code, pre, kbd, script").remove();
        return CODE.matcher(read.text())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static List<String> inline(Element element) {
        List<String> wrong = new ArrayList<>();
        if (element.normalName().equals("style")
                || (element.normalName().equals("script")
                        && !element.attr("src").startsWith("/assets/"))) {
            wrong.add("inline " + element.normalName());
        }
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            if (name.equals("style") || name.startsWith("on") || name.startsWith("hx-on")) {
                wrong.add("attribute " + name);
            }
            if ((name.equals("src") || name.equals("href"))
                    && attribute.getValue().matches("(?i)(https?:|//|javascript:).*")) {
                wrong.add(name + " to " + attribute.getValue());
            }
        }
        return wrong;
    }

    /** Every value of an answer on a page is that of the answer, as of the same commit. */
    private List<String> figures(Visited first) {
        Visited page = first;
        for (int i = 0; i < ATTEMPTS; i++) {
            Map<String, JsonNode> answers = answers(page);
            String commit = page.document().select("#answer").attr("data-commit");
            boolean same = answers.values().stream()
                    .allMatch(answer -> commit.isEmpty()
                            || page(answer).equals(commit)
                            || answer.at("/freshness/asOf").isNumber());
            if (same) {
                return differences(page, answers);
            }
            // Somebody recorded something between the page and the answer.
            page = new PageCrawl(asker, page.role(), 0, 1).visit(page.path(), page.from());
        }
        return List.of("no answer as of the commit of the page");
    }

    private static String page(JsonNode answer) {
        return answer.at("/freshness/moment/commit").asString("");
    }

    /** The answers that a page shows, by their addresses. */
    private Map<String, JsonNode> answers(Visited page) {
        Map<String, JsonNode> answers = new HashMap<>();
        String language = page.document().select("html").attr("lang");
        for (Element element : page.document().select("[data-at]")) {
            answers.computeIfAbsent(address(page, element), address -> {
                HttpResponse<String> answer =
                        asker.get(page.role(), address, "Accept", "application/json", "Accept-Language", language);
                return JSON.readTree(answer.body());
            });
        }
        return answers;
    }

    private static String address(Visited page, Element element) {
        return element.hasAttr("data-of")
                ? element.attr("data-of")
                : page.document()
                        .select("link[rel=alternate][type=application/json]")
                        .attr("href");
    }

    /** Values on a page that is no answer itself, without the address of the answer that has them. */
    private static List<String> unproved(Document page) {
        return page.select("link[rel=alternate][type=application/json]").isEmpty()
                ? page.select("[data-at]:not([data-of])").stream()
                        .map(value -> "a value of no answer: " + value)
                        .toList()
                : List.of();
    }

    private static List<String> differences(Visited page, Map<String, JsonNode> answers) {
        List<String> wrong = new ArrayList<>();
        for (Element element : page.document().select("[data-at]")) {
            String address = address(page, element);
            JsonNode answered = answers.getOrDefault(address, JSON.nullNode()).at(element.attr("data-at"));
            if (answered.isMissingNode()) {
                wrong.add(address + " has no " + element.attr("data-at"));
            } else if (element.normalName().equals("data")
                    && !answered.asString().equals(element.attr("value"))) {
                wrong.add(element.attr("data-at") + " of " + address + " is " + answered + " and not "
                        + element.attr("value"));
            }
        }
        for (Element number : page.document().select("data:not([data-at])")) {
            wrong.add("a number without its place: " + number);
        }
        return wrong;
    }
}
