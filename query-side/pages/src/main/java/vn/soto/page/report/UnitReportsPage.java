package vn.soto.page.report;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.PageOf;
import vn.soto.page.PageTable;
import vn.soto.page.QuestionPage;
import vn.soto.page.View;
import vn.soto.page.team.UnitDigest;

/**
 * The reports of the teams and units of an area for a quarter: the submitted, the late, and the waiting with their
 * recipients.
 */
@PageOf("/api/units/{unit}/reports")
final class UnitReportsPage implements QuestionPage {

    private static final String VIEW = "view";

    /** States of reports that a team still has to submit. */
    private static final Set<String> LACKING = Set.of("DRAFT", "RETURNED");

    private static final List<String> ACCEPTING = List.of("OFFICER", "ADMINISTRATOR");

    private static final List<String> COLUMNS =
            List.of("state", "latest/version", "latest/at", "late", "dueOn", "recipient", "waitingDays", "differing");

    @Override
    public Set<String> options() {
        return Set.of("state", VIEW);
    }

    private static boolean isDigest(PageContext page) {
        return page.option(VIEW).equals("digest") && !page.isPast();
    }

    /** The teams, where the reminders of the week are written. */
    @Override
    public List<String> further(ApiAnswer answer, PageContext page) {
        return isDigest(page) ? UnitDigest.cards(answer, page) : List.of();
    }

    @Override
    public List<String> thereafter(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        return isDigest(page) ? UnitDigest.questions(further, page) : List.of();
    }

    /** The reports of the teams, then those of the units below. */
    @Override
    public List<PageTable> tables(ApiAnswer answer, PageContext page) {
        return Stream.of("team", "unit")
                .map(kind -> PageTable.of(
                        answer,
                        page,
                        kind.equals("team") ? "reports" : "units",
                        Stream.concat(Stream.of(kind), COLUMNS.stream()).toList()))
                .toList();
    }

    @Override
    public View view(ApiAnswer answer, List<ApiAnswer> further, PageContext page) {
        if (isDigest(page)) {
            return new View(
                    page.t("digest.title", answer.subject().orElse("")),
                    "team/unit-digest.jte",
                    Map.of("answer", answer, "digest", UnitDigest.of(answer, further, page)));
        }
        return new View(
                page.t(
                        "report.of-unit",
                        page.format()
                                .inside(page.format()
                                        .text(answer.answer().get("quarter").text())),
                        answer.subject().orElse("")),
                "report/unit-reports.jte",
                Map.of(
                        "answer",
                        answer,
                        "zalo",
                        zalo(answer, page),
                        "levels",
                        ReportCounts.levels(answer.answer(), page),
                        "authorities",
                        ReportCounts.units(answer.answer(), "authorities", page),
                        "areas",
                        ReportCounts.units(answer.answer(), "areas", page),
                        "accept",
                        accept(answer, page)));
    }

    /** The page that accepts several reports at once; empty where not so many wait for the reader's unit. */
    private static String accept(ApiAnswer answer, PageContext page) {
        boolean accepts = ACCEPTING.stream().anyMatch(page::holds) && !page.isPast();
        return accepts && AcceptReportsPage.waiting(answer).size() > 1
                ? Addresses.with(
                        Addresses.with(
                                "/accept-reports",
                                "unit",
                                answer.answer().get("unit").text()),
                        "quarter",
                        answer.answer().get("quarter").text())
                : "";
    }

    /** The text for Zalo. A reader of names is told the leaders of the teams whose reports lack. */
    private static String zalo(ApiAnswer answer, PageContext page) {
        String text = answer.answer().get("text").text();
        if (!page.may("NAMES")) {
            return text;
        }
        String asked = answer.answer().get("reports").items().stream()
                .filter(report -> LACKING.contains(report.get("state").text()))
                .flatMap(report -> answer.called(report.get("leader").text()).stream()
                        .map(leader ->
                                page.t("report.zalo.leader", report.get("name").text(), leader)))
                .collect(Collectors.joining("\n"));
        return asked.isEmpty() ? text : text + "\n" + page.t("report.zalo.ask") + "\n" + asked;
    }
}
