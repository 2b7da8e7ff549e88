package vn.soto.page.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Rendered;

/** A history of forty events: two in each of the commits 10, 20 … 200, the last of them a correction. */
final class TimelinePageTest {

    private static final int COMMITS = 20;
    private static final Pattern STEP = Pattern.compile("data-step=\"(\\w[\\w-]*)\" href=\"([^\"]*)\"");
    private static final Pattern HAPPENED = Pattern.compile("<s>|<strong>(Sự kiện \\d+)</strong>");

    private final Rendered rendered = new Rendered(new TimelinePage());

    private static String event(int position) {
        int commit = (position / 2 + 1) * 10;
        String corrects = position == COMMITS * 2 - 1 ? ",\"corrects\":{\"position\":3,\"commit\":20}" : "";
        return """
                {"position":%d,"commit":%d,"event":"e%d","name":"team.renamed.v1","body":{"a":1},"recorded":"2025-01-%02dT03:00:00Z",
                "who":"demo-leader","sentence":"Sự kiện %d","correctedBy":[],"voided":false,"late":[%s]%s}""".formatted(position, commit, position, Math.min(28, commit / 10), position, late(position), corrects);
    }

    /** The sixth and the seventh event, in the commits 30 and 40. */
    private static String late(int position) {
        return switch (position) {
            case 5 -> "\"AFTER_THE_DAYS_ALLOWED\",\"PERIOD_CLOSED\"";
            case 6 -> "\"AFTER_THE_REPORT_WAS_DUE\"";
            default -> "";
        };
    }

    private static String timeline(IntStream positions) {
        return """
                {"freshness":{"moment":{"commit":500,"at":"2025-12-01T00:00:00Z"},"head":{"commit":500,"at":"2025-12-01T00:00:00Z"}},
                "answer":{"team":"t","entries":[%s],"total":40,"kinds":{"TEAM":30,"HELP":10},"corrections":1,
                "perWeek":[{"week":"2024-12-30","count":10},{"week":"2025-01-13","count":30}]}}""".formatted(positions.mapToObj(TimelinePageTest::event).collect(Collectors.joining(",")));
    }

    /** Answers as the API does: the events by a commit, the last first; those from a position on; the card and its changes. */
    private static String ledger(String address) {
        long by = Addresses.parameter(address, "asOf").isEmpty()
                ? Long.MAX_VALUE
                : Long.parseLong(Addresses.parameter(address, "asOf"));
        if (address.contains("/changes")) {
            return """
                    {"answer":{"changes":[{"field":"name","old":["Tên %d"],"now":["Tên %d"],"times":1,"last":{}}]}}""".formatted(by - 10, by);
        }
        if (!address.contains("/timeline")) {
            return "{\"answer\":{\"team\":\"t\",\"status\":\"ACTIVE\",\"members\":[],\"coverage\":[\"ap-%d\"]}}"
                    .formatted(by);
        }
        int limit = Integer.parseInt(Addresses.parameter(address, "limit"));
        String from = Addresses.parameter(address, "from");
        IntStream known = IntStream.range(0, COMMITS * 2).filter(position -> (position / 2 + 1) * 10L <= by);
        return timeline(
                from.isEmpty()
                        ? known.map(position -> -position)
                                .sorted()
                                .map(position -> -position)
                                .limit(limit)
                        : known.filter(position -> position >= Integer.parseInt(from))
                                .limit(limit));
    }

    private String page(String address) {
        ApiAnswer answer = Rendered.answer(
                "/api/teams/{team}/timeline", "/api/teams/t/timeline", timeline(IntStream.range(0, COMMITS * 2)));
        Map<String, String> options = Map.of(
                "at", Addresses.parameter(address, "at"),
                "day", "",
                "scale", Addresses.parameter(address, "scale"));
        PageContext context = Rendered.context(address, options);
        return rendered.html(answer, context, Rendered.saying(TimelinePageTest::ledger));
    }

    private static String step(String html, String name) {
        Matcher found = STEP.matcher(html);
        while (found.find()) {
            if (found.group(1).equals(name)) {
                return found.group(2).replace("&amp;", "&");
            }
        }
        return "";
    }

    private static List<String> happened(String html) {
        String part = html.substring(html.indexOf("data-announce"), html.indexOf("class=\"card after\""));
        List<String> sentences = new ArrayList<>();
        Matcher found = HAPPENED.matcher(part);
        while (found.find()) {
            sentences.add(found.group(1));
        }
        return sentences;
    }

    @Test
    void withoutAStepItIsTheLast() {
        String html = page("/teams/t/timeline");
        assertThat(happened(html)).containsExactly("Sự kiện 38", "Sự kiện 39");
        assertThat(step(html, "on")).isEmpty();
        assertThat(html).contains("data-mark=\"true\"");
    }

    @Test
    void whatWasRecordedLateSaysSoInTheStepAndInTheLinesAroundItAndIsStoppedAt() {
        String html = page("/teams/t/timeline?at=30");
        int around = html.indexOf("<div class=\"columns\">");
        assertThat(html.substring(0, around))
                .contains("▲ ghi muộn</span>", "▲ ghi khi kỳ báo cáo đã chốt</span>", "data-mark=\"true\"")
                .doesNotContain("▲ nộp muộn");
        assertThat(html.substring(around)).contains("▲ nộp muộn</span>").doesNotContain("▲ ghi");
        assertThat(page("/teams/t/timeline?at=10")).doesNotContain("data-mark=\"true\"");
    }

    @Test
    void stepsForwardAndBackPassEveryEventOnceAndGiveTheSamePage() {
        String address = "/teams/t/timeline?at=10";
        List<String> forward = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        while (!address.isEmpty()) {
            String html = page(address);
            pages.add(html);
            forward.addAll(happened(html));
            address = step(html, "on");
        }
        assertThat(forward)
                .containsExactlyElementsOf(IntStream.range(0, COMMITS * 2)
                        .mapToObj(each -> "Sự kiện " + each)
                        .toList());
        for (int i = pages.size() - 2; i >= 0; i--) {
            assertThat(page(step(pages.get(i + 1), "back"))).isEqualTo(pages.get(i));
        }
        assertThat(step(pages.getFirst(), "back")).isEmpty();
    }

    @Test
    void tenStepsAreTenCommits() {
        String html = page("/teams/t/timeline?at=50");
        assertThat(step(html, "on-ten")).isEqualTo("/teams/t/timeline?at=150");
        assertThat(step(page("/teams/t/timeline?at=150"), "back-ten")).isEqualTo("/teams/t/timeline?at=50");
    }

    @Test
    void theCardIsThatOfTheCommitShownWithWhatItChanged() {
        String html = page("/teams/t/timeline?at=75");
        assertThat(rendered.asked()).contains("/api/teams/t?asOf=70", "/api/teams/t/changes?asOf=70");
        assertThat(html.replaceAll("\\s+", " ")).contains("ap-70", "Tên 60</span> </del>", "Tên 70</span> </ins>");
    }

    @Test
    void nothingLaterThanTheMomentOfThePageIsAsked() {
        page("/teams/t/timeline?at=9999");
        assertThat(rendered.asked().getFirst()).contains("asOf=500");
    }

    @Test
    void aKindIsAddedToTheAddressAndTakenAway() {
        assertThat(page("/teams/t/timeline")).contains("href=\"/teams/t/timeline?kind=help\"");
        assertThat(page("/teams/t/timeline?kind=help")).contains("href=\"/teams/t/timeline?kind=help%2Cteam\"");
        assertThat(rendered.asked())
                .filteredOn(address -> address.contains("/timeline") && !address.contains("limit=1"))
                .allMatch(address -> address.contains("kind=help"));
    }

    /** Ten of thirty are a third of its height, and on the other scale two thirds. */
    @Test
    void theScaleOfTheWeeksCanBeLogarithmic() {
        assertThat(page("/teams/t/timeline"))
                .contains("height=\"20.0\"/>", "height=\"60.0\"/>")
                .contains("<a href=\"/teams/t/timeline?scale=log\">");
        String log = page("/teams/t/timeline?scale=log");
        assertThat(log).contains("height=\"41.9\"/>", "height=\"60.0\"/>").contains("<a href=\"/teams/t/timeline\">");
        assertThat(step(log, "back")).contains("scale=log");
    }

    @Test
    void theWeeksOfCorrectionsAndChangesOfTheTeamAreMarkedBelowTheBars() {
        String html = page("/teams/t/timeline?at=100");
        assertThat(rendered.asked())
                .contains("/api/teams/t/timeline?kind=corrections&limit=1", "/api/teams/t/timeline?kind=team&limit=1")
                .noneMatch(address -> address.contains("kind=reports"));
        assertThat(html)
                .contains(
                        "class=\"mark-corrections\" x=\"0.0\"",
                        "class=\"mark-team\" x=\"666.67\"",
                        "href=\"/teams/t/timeline?day=2025-01-19\"",
                        "data-at=\"/answer/perWeek/1/count\" data-of=\"/api/teams/t/timeline?kind=team&amp;limit=1\"");
    }
}
