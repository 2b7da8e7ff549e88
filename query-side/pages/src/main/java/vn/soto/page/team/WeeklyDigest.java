package vn.soto.page.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;
import vn.soto.page.Part;
import vn.soto.page.activity.DashboardPage;

/**
 * The reminders of a team's week as texts to be copied into Zalo, for its members, its leader and the officer of the commune. Residents are in none of them; members are called as the reader may call them, and in the officer's text counted.
 */
public final class WeeklyDigest {

    /** Days without a record after which a member is named. */
    private static final int SILENT_DAYS = 10;

    private static final int WEEK = 7;

    /** Open ends of requests and answers that are counted, not read. */
    private static final String COUNT = "limit=1";

    private final ApiAnswer team;
    private final List<ApiAnswer> further;
    private final PageContext page;
    private final LocalDate today;

    WeeklyDigest(ApiAnswer team, List<ApiAnswer> further, PageContext page) {
        this.team = team;
        this.further = further;
        this.page = page;
        this.today = LocalDate.parse(team.answer().get("on").text());
    }

    /**
     * A text to copy.
     *
     * @param role of those whom it is for: {@code members}, {@code leader} or {@code officer}
     */
    public record Text(String role, String text) {}

    /** Addresses of the questions whose answers it needs. */
    static List<String> questions(ApiAnswer team, PageContext page) {
        String of = "/api/teams/" + Addresses.encoded(team.answer().get("team").text());
        String quarter = TeamPage.quarter(team.answer().get("on").text());
        List<String> asked =
                new ArrayList<>(List.of(of + "/requests?" + COUNT, of + "/requests?" + COUNT + "&state=overdue"));
        for (String each : List.of(DashboardPage.before(quarter), quarter)) {
            asked.add(of + "/reports/" + each);
            asked.add(of + "/activity?quarter=" + each);
            asked.add(of + "/outreach?quarter=" + each);
        }
        TeamPage.members(team.answer(), true).stream()
                .map(member -> "/api/members/" + member.get("member").text() + "/follow-ups")
                .forEach(asked::add);
        return asked.stream().map(page::known).toList();
    }

    List<Text> texts() {
        return List.of(
                text("members", Stream.of(week(), guidance().groups(page), appointments(), requests())),
                text("leader", Stream.of(reports(), overdue(), silent(), requests(), week())),
                text("officer", Stream.of(needs(), week(), guidance().groups(page))));
    }

    private Text text(String role, Stream<List<String>> parts) {
        List<String> lines = parts.flatMap(List::stream).toList();
        String head = page.t(
                "digest.head", team.answer().get("name").text(), page.format().text(today.toString()));
        return new Text(role, head + "\n" + (lines.isEmpty() ? page.t("digest.nothing") : String.join("\n", lines)));
    }

    /** The reminders for the officer of the commune alone. */
    List<String> needs() {
        return Stream.of(reports(), overdue(), silentCount())
                .flatMap(List::stream)
                .toList();
    }

    /** Answers to questions of a kind, without refusals. */
    private Stream<ApiAnswer> answers(String kind) {
        return further.stream()
                .filter(answer -> !answer.isProblem() && answer.address().contains(kind));
    }

    private boolean isOfTheWeek(String day) {
        return !day.isEmpty()
                && !LocalDate.parse(day).isAfter(today)
                && LocalDate.parse(day).isAfter(today.minusDays(WEEK));
    }

    /** Records of help of the last week and of this, and guidance. */
    private List<String> week() {
        List<String> lines = new ArrayList<>();
        answers("/activity?")
                .reduce((before, now) -> now)
                .map(now -> now.answer().get("weeks").items())
                .filter(weeks -> weeks.size() > 1)
                .ifPresent(weeks -> lines.add(week(weeks.get(weeks.size() - 2), weeks.getLast())));
        lines.addAll(guidance().sessions(page));
        return lines;
    }

    /**
     * Guidance in the Zalo groups of the hamlet in the last seven days, and the groups.
     *
     * @param households in the groups, by their last counts
     */
    record Guidance(long sessions, long people, long groups, long households) {

        static final Guidance NONE = new Guidance(0, 0, 0, 0);

        Guidance plus(Guidance other) {
            return new Guidance(
                    sessions + other.sessions,
                    people + other.people,
                    groups + other.groups,
                    households + other.households);
        }

        List<String> sessions(PageContext page) {
            return sessions == 0 ? List.of() : List.of(page.t("digest.online", sessions, people));
        }

        List<String> groups(PageContext page) {
            return groups == 0 ? List.of() : List.of(page.t("digest.groups", groups, households));
        }
    }

    Guidance guidance() {
        List<Part> online = answers("/outreach?")
                .flatMap(answer -> answer.answer().get("sessions").items().stream())
                .filter(session -> session.get("channel").text().equals("ZALO"))
                .filter(session -> isOfTheWeek(session.get("heldOn").text()))
                .toList();
        long people = online.stream()
                .mapToLong(session -> session.get("attendance").number())
                .sum();
        return answers("/outreach?")
                .reduce((before, now) -> now)
                .map(ApiAnswer::answer)
                .map(programme -> new Guidance(
                        online.size(),
                        people,
                        programme.get("groups").items().size(),
                        programme.get("households").number()))
                .orElse(Guidance.NONE);
    }

    private String week(Part before, Part now) {
        return page.t(
                "digest.week",
                page.format().text(before.get("week").text()),
                before.get("count").number(),
                page.format().text(now.get("week").text()),
                now.get("count").number());
    }

    private List<String> appointments() {
        List<String> lines = answers("/follow-ups")
                .flatMap(answer -> appointments(answer).stream())
                .toList();
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of(page.t("digest.appointments")), lines.stream())
                        .toList();
    }

    private Optional<String> appointments(ApiAnswer answer) {
        List<LocalDate> days = answer.answer().get("followUps").items().stream()
                .map(each -> LocalDate.parse(each.get("on").text()))
                .filter(day -> !day.isAfter(today.plusDays(WEEK)))
                .sorted()
                .toList();
        long past = days.stream().filter(day -> day.isBefore(today)).count();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(page.t(
                        past > 0 ? "digest.appointment-past" : "digest.appointment",
                        name(answer.answer().get("member")),
                        days.size(),
                        page.format().text(days.getFirst().toString()),
                        past));
    }

    private List<String> requests() {
        return count("/requests?" + COUNT, "digest.requests", false);
    }

    private List<String> overdue() {
        return count("/requests?", "digest.overdue", true);
    }

    private List<String> count(String kind, String text, boolean overdue) {
        return answers(kind)
                .filter(answer -> answer.address().contains("state=overdue") == overdue)
                .map(answer -> answer.answer().get("total").number())
                .filter(total -> total > 0)
                .map(total -> page.t(text, total))
                .toList();
    }

    /** Reports of quarters that have ended, which nobody has submitted, or which came back. */
    private List<String> reports() {
        return answers("/reports/")
                .map(ApiAnswer::answer)
                .filter(report -> today.isAfter(
                        LocalDate.parse(report.at("period/lastDay").text())))
                .flatMap(report -> report(report).stream())
                .toList();
    }

    private Optional<String> report(Part report) {
        String quarter =
                page.format().inside(page.format().text(report.get("quarter").text()));
        String due = page.format().text(report.at("period/dueOn").text());
        return switch (report.get("state").text()) {
            case "RETURNED" -> Optional.of(page.t("digest.report-returned", quarter));
            case "DRAFT" ->
                Optional.of(page.t(
                        today.isAfter(LocalDate.parse(report.at("period/dueOn").text()))
                                ? "digest.report-overdue"
                                : "digest.report-due",
                        quarter,
                        due));
            default -> Optional.empty();
        };
    }

    /** Members for ten days and more who have no record in them; without the right to records nobody. */
    private List<Part> silentMembers() {
        LocalDate first = today.minusDays(SILENT_DAYS - 1L);
        return answers("/activity?").findAny().isEmpty()
                ? List.of()
                : TeamPage.members(team.answer(), true).stream()
                        .filter(member -> LocalDate.parse(
                                        latest(member).orElse(member.get("from").text()))
                                .isBefore(first))
                        .toList();
    }

    /** The latest day of help in this quarter and the one before; empty without records. */
    private Optional<String> latest(Part member) {
        return answers("/activity?")
                .flatMap(answer -> answer.answer().get("members").items().stream())
                .filter(line ->
                        line.get("member").text().equals(member.get("member").text()))
                .flatMap(line -> line.get("latest").optional().stream())
                .max(Comparator.naturalOrder());
    }

    private List<String> silent() {
        String named = silentMembers().stream()
                .map(member -> latest(member)
                        .map(day -> page.t(
                                "digest.latest",
                                name(member.get("member")),
                                page.format().text(day)))
                        .orElseGet(() -> name(member.get("member"))))
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? List.of() : List.of(page.t("digest.silent", named));
    }

    private List<String> silentCount() {
        int count = silentMembers().size();
        return count == 0 ? List.of() : List.of(page.t("digest.silent-count", count));
    }

    private String name(Part member) {
        return page.named(team, "member", member.text());
    }
}
