package vn.soto.page.team;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.soto.page.Addresses;
import vn.soto.page.ApiAnswer;
import vn.soto.page.PageContext;

/** The reminders of the week of the teams of an area: one text for its officer, and each team's own. */
public record UnitDigest(String officer, List<OfTeam> teams) {

    /** Teams of one page: each takes some ten questions. */
    public static final int TEAMS = 20;

    /** @param texts for its members and its leader */
    public record OfTeam(String name, List<WeeklyDigest.Text> texts) {}

    /** The questions about the teams of a list of reports. */
    public static List<String> cards(ApiAnswer reports, PageContext page) {
        return reports.answer().get("reports").items().stream()
                .map(report -> page.known(
                        "/api/teams/" + Addresses.encoded(report.get("team").text())))
                .toList();
    }

    /** @param cards answers to {@link #cards} */
    public static List<String> questions(List<ApiAnswer> cards, PageContext page) {
        return cards.stream()
                .filter(card -> !card.isProblem())
                .flatMap(card -> WeeklyDigest.questions(card, page).stream())
                .toList();
    }

    /** @param further answers to {@link #cards}, then to {@link #questions} */
    public static UnitDigest of(ApiAnswer reports, List<ApiAnswer> further, PageContext page) {
        int count = reports.answer().get("reports").items().size();
        List<ApiAnswer> cards = further.subList(0, count).stream()
                .filter(card -> !card.isProblem())
                .toList();
        List<String> lines = new ArrayList<>();
        List<OfTeam> teams = new ArrayList<>();
        WeeklyDigest.Guidance guidance = WeeklyDigest.Guidance.NONE;
        int quiet = 0;
        for (ApiAnswer card : cards) {
            Set<String> asked = Set.copyOf(WeeklyDigest.questions(card, page));
            WeeklyDigest digest = new WeeklyDigest(
                    card,
                    further.stream()
                            .filter(answer -> asked.contains(answer.address()))
                            .toList(),
                    page);
            String name = card.answer().get("name").text();
            List<String> needs = digest.needs();
            if (needs.isEmpty()) {
                quiet++;
            } else {
                lines.add("- " + name + ": " + String.join(" ", needs));
            }
            guidance = guidance.plus(digest.guidance());
            teams.add(new OfTeam(name, digest.texts().subList(0, 2)));
        }
        if (quiet > 0) {
            lines.add(page.t(lines.isEmpty() ? "digest.all-quiet" : "digest.quiet", quiet));
        }
        lines.addAll(guidance.sessions(page));
        lines.addAll(guidance.groups(page));
        return new UnitDigest(head(reports, cards, page) + String.join("\n", lines), teams);
    }

    private static String head(ApiAnswer reports, List<ApiAnswer> cards, PageContext page) {
        String unit = reports.subject().orElse("");
        return cards.isEmpty()
                ? unit
                : page.t(
                                "digest.head",
                                unit,
                                page.format()
                                        .text(cards.getFirst()
                                                .answer()
                                                .get("on")
                                                .text()))
                        + "\n";
    }
}
