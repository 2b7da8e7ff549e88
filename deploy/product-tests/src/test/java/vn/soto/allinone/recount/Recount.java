package vn.soto.allinone.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Compares answers as of a commit with the same counted from the events up to that commit. */
public final class Recount {

    private static final Set<String> NO_FIGURES = Set.of(
            "coming",
            "teams",
            "members",
            "suspended",
            "understaffed",
            "leaderless",
            "units",
            "registered",
            "assigned",
            "unassigned");

    /** Small enough that longer lists have several pages. */
    private static final int PAGE = 25;

    private final RawLedger ledger;
    private final Books books;
    private final Answers answers;
    private final LocalDate today;
    private final String as;

    /** @param as description of the ledger in a failure */
    public Recount(RawLedger whole, long asOf, Answers answers, String as) {
        this.ledger = whole.upTo(asOf);
        this.books = Books.of(ledger);
        this.answers = answers;
        this.today = ledger.day();
        this.as = as + " as of " + asOf;
    }

    private JsonNode ask(String path) {
        return answers.to(path + (path.contains("?") ? "&" : "?") + "asOf=" + ledger.tail());
    }

    /** Follows the pages of a list. */
    private List<JsonNode> pages(String path, String list, String next) {
        List<JsonNode> all = new ArrayList<>();
        String from = "";
        while (true) {
            JsonNode page = ask(path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE + from);
            all.addAll(RawEvent.each(page.get(list)));
            if (!page.has(next)) {
                return all;
            }
            from = "&" + (next.equals("next") && list.equals("requests") ? "before" : "from") + "="
                    + page.get(next).asLong();
        }
    }

    private static Set<String> set(List<JsonNode> lines, String field) {
        List<String> all =
                lines.stream().map(line -> line.get(field).asString()).toList();
        assertThat(all).doesNotHaveDuplicates();
        return new TreeSet<>(all);
    }

    public List<String> units() {
        return ledger.ids("unit.established", "/unit");
    }

    public List<String> teams() {
        return ledger.ids("team.formed", "/team");
    }

    public void everything(List<String> quarters, List<LocalDate> days) {
        quarters.forEach(quarter -> {
            reports(quarter);
            dashboards(quarter);
            membersIn(quarter);
            outreach(quarter);
            people(quarter);
        });
        days.forEach(this::unitsOn);
        listsOfUnits();
        listsOfTeams();
        memberLists();
        records();
    }

    /** The figures of a quarter and what is listed in units. */
    public void figures(String quarter) {
        reports(quarter);
        dashboards(quarter);
        listsOfUnits();
    }

    /** Drafts of every team that was there in the quarter, and every figure's evidence. */
    public void reports(String quarter) {
        for (String team : teams()) {
            MemberBook.Team known = books.members().team(team);
            Days days = Days.of(quarter);
            if (!known.from.isAfter(days.last()) && !known.last.isBefore(days.first())) {
                JsonNode report = ask("/api/teams/" + team + "/reports/" + quarter + "?present=true");
                Map<String, Long> expected = ReportRecount.of(books, team, quarter);
                String at = as + " report of " + team + " " + quarter;
                if (report.get("status").asString().equals("DRAFT")) {
                    assertThat(figures(report.get("figures"), "value")).as(at).isEqualTo(expected);
                } else {
                    assertThat(figures(report.at("/present/lines"), "present"))
                            .as(at)
                            .isEqualTo(expected);
                    long pin = report.at("/pin/commit").asLong();
                    assertThat(figures(report.get("figures"), "value"))
                            .as(at + " as submitted")
                            .isEqualTo(ReportRecount.of(Books.of(ledger.upTo(pin)), team, quarter));
                    assertThat(report.get("matches").asBoolean()).as(at).isTrue();
                }
            }
        }
    }

    private static Map<String, Long> figures(JsonNode lines, String field) {
        Map<String, Long> figures = new TreeMap<>();
        RawEvent.each(lines).stream()
                .filter(line -> line.hasNonNull(field))
                .forEach(line ->
                        figures.put(line.get("code").asString(), line.get(field).asLong()));
        figures.entrySet().removeIf(figure -> figure.getValue() == 0 && !ReportRecount.isTold(figure.getKey()));
        return figures;
    }

    /** Dashboards of all units by both boundaries: parts, undecided and total, teams and members. */
    public void dashboards(String quarter) {
        DashboardRecount recount = new DashboardRecount(books, quarter, today);
        for (String unit : units()) {
            dashboard(recount, unit, quarter, false);
            dashboard(recount, unit, quarter, true);
        }
    }

    private void dashboard(DashboardRecount recount, String unit, String quarter, boolean asNow) {
        String at = as + " dashboard of " + unit + " " + quarter + (asNow ? " as now" : " as was");
        JsonNode dashboard =
                ask("/api/dashboards/" + unit + "?quarter=" + quarter + "&boundaries=" + (asNow ? "as-now" : "as-was"));
        Map<String, Map<String, Long>> places = recount.places(unit, asNow);
        assertThat(flat(dashboard.get("total"))).as(at).isEqualTo(recount.total(unit, asNow));
        Map<String, Map<String, Long>> shown = new TreeMap<>();
        RawEvent.each(dashboard.get("children"))
                .forEach(line -> shown.put(line.get("unit").asString(), flat(line)));
        if (dashboard.has("undecided")) {
            shown.put(DashboardRecount.UNDECIDED, flat(dashboard.get("undecided")));
        }
        shown.values().removeIf(Map::isEmpty);
        if (shown.isEmpty()) {
            places.remove(unit);
        }
        assertThat(shown).as(at + " by part").isEqualTo(places);
        assertThat(dashboard.get("staffOn").asString())
                .as(at)
                .isEqualTo(recount.staffOn().toString());
        if (!asNow) {
            Map<String, Long> staff = new TreeMap<>();
            Stream.of("teams", "members", "suspended", "registered", "assigned", "unassigned")
                    .forEach(each ->
                            staff.put(each, dashboard.get("total").get(each).asLong()));
            assertThat(staff).as(at + " staff").isEqualTo(recount.staff(unit));
        }
    }

    /** The counts of an object and of the objects in it, without zeros and without staff. */
    private static Map<String, Long> flat(JsonNode figures) {
        Map<String, Long> flat = new TreeMap<>();
        figures.properties().forEach(entry -> {
            if (entry.getValue().isNumber() && !NO_FIGURES.contains(entry.getKey())) {
                flat.put(entry.getKey(), entry.getValue().asLong());
            } else if (entry.getValue().isObject() && !NO_FIGURES.contains(entry.getKey())) {
                entry.getValue()
                        .properties()
                        .forEach(each -> flat.put(
                                entry.getKey() + "." + each.getKey(),
                                each.getValue().asLong()));
            }
        });
        flat.values().removeIf(value -> value == 0);
        return flat;
    }

    /** Activity, credit and follow-ups of everybody. */
    public void membersIn(String quarter) {
        for (String member : ledger.members()) {
            String at = as + " " + member + " " + quarter;
            JsonNode activity = ask("/api/members/" + member + "/activity?quarter=" + quarter + "&limit=200");
            Map<String, Long> expected = MemberRecount.activity(books, member, quarter);
            assertThat(flat(activity)).as(at).isEqualTo(expected);
            assertThat((long) activity.get("records").size())
                    .as(at)
                    .isEqualTo(expected.getOrDefault("assistances", 0L));
            assertThat(
                            RawEvent.each(ask("/api/members/" + member + "/follow-ups?quarter=" + quarter)
                                            .get("followUps"))
                                    .stream()
                                    .map(due -> due.get("assistance").asString() + " "
                                            + due.get("on").asString())
                                    .toList())
                    .as(at + " follow-ups")
                    .containsExactlyInAnyOrderElementsOf(MemberRecount.followUps(ledger, member, quarter));
        }
    }

    public void outreach(String quarter) {
        OutreachBook book = books.outreach();
        Days days = Days.of(quarter);
        for (String team : teams()) {
            String at = as + " outreach of " + team + " " + quarter;
            JsonNode programme = ask("/api/teams/" + team + "/outreach?quarter=" + quarter);
            List<OutreachBook.Session> held = book.held(team, days);
            List<Long> groups = book.groups(team, days.last());
            assertThat(programme.get("held").asLong()).as(at).isEqualTo(held.size());
            assertThat(programme.get("attendance").asLong())
                    .as(at)
                    .isEqualTo(held.stream()
                            .mapToLong(OutreachBook.Session::people)
                            .sum());
            assertThat(programme.get("households").asLong())
                    .as(at)
                    .isEqualTo(groups.stream().mapToLong(Long::longValue).sum());
            assertThat(programme.get("groups").size()).as(at).isEqualTo(groups.size());
            assertThat(set(RawEvent.each(programme.get("sessions")), "session"))
                    .as(at)
                    .isEqualTo(book.sessions.values().stream()
                            .filter(session -> session.team.equals(team) && days.include(session.day()))
                            .map(session -> session.id)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** The people of every unit, their digital skills, help by groups of skills, and the members for them. */
    public void people(String quarter) {
        PeopleRecount recount = new PeopleRecount(books, quarter, today);
        for (String unit : units()) {
            recount.compare(unit, ask("/api/units/" + unit + "/people?quarter=" + quarter), as);
        }
    }

    /** The provinces, and every unit with its children and its requests, on a day. */
    public void unitsOn(LocalDate day) {
        UnitRecount recount = new UnitRecount(books, day);
        String at = as + " on " + day;
        assertThat(set(RawEvent.each(ask("/api/units?on=" + day)), "unit"))
                .as(at)
                .isEqualTo(recount.provinces());
        for (String unit : units()) {
            JsonNode view = ask("/api/units/" + unit + "?on=" + day);
            UnitTree.State state = recount.tree().state(unit);
            assertThat(view.get("status").asString()).as(at + " " + unit).isEqualTo(state.status());
            assertThat(view.get("name").asString()).as(at + " " + unit).isEqualTo(state.name());
            assertThat(view.path("parent").asString("")).as(at + " " + unit).isEqualTo(state.parent());
            assertThat(set(RawEvent.each(view.get("children")), "unit"))
                    .as(at + " in " + unit)
                    .isEqualTo(recount.children(unit));
            for (String listed : leadsOn(recount, unit, recount.requests(unit, false))
                    ? List.<String>of()
                    : List.of("open", "overdue")) {
                assertThat(set(
                                pages(
                                        "/api/units/" + unit + "/requests?state=" + listed + "&on=" + day,
                                        "requests",
                                        "next"),
                                "request"))
                        .as(at + " requests of " + unit)
                        .isEqualTo(recount.requests(unit, listed.equals("overdue")));
            }
        }
    }

    /**
     * Whether a unit has ended and its list is empty; then its contents lie in its successors, and its lists name them.
     */
    private static boolean leadsOn(UnitRecount recount, String unit) {
        return leadsOn(recount, unit, recount.households(unit, false));
    }

    private static boolean leadsOn(UnitRecount recount, String unit, Set<String> listed) {
        return recount.tree().state(unit).gone() && listed.isEmpty();
    }

    public void listsOfUnits() {
        UnitRecount recount = new UnitRecount(books, today);
        long undecided = 0;
        for (String unit : units()) {
            String at = as + " " + unit;
            String address = "/api/units/" + unit;
            if (recount.tree().state(unit).residential() && !leadsOn(recount, unit)) {
                assertThat(set(pages(address + "/households", "items", "next"), "household"))
                        .as(at)
                        .isEqualTo(recount.households(unit, false));
                assertThat(set(pages(address + "/households?unassigned=true", "items", "next"), "household"))
                        .as(at)
                        .isEqualTo(recount.households(unit, true));
            }
            if (recount.tree().state(unit).residential() && !leadsOn(recount, unit, recount.businesses(unit))) {
                assertThat(set(pages(address + "/businesses", "items", "next"), "business"))
                        .as(at)
                        .isEqualTo(recount.businesses(unit));
            }
            if (!recount.tree().state(unit).gone()) {
                assertThat(set(pages("/api/teams?unit=" + unit, "items", "next"), "team"))
                        .as(at + " teams")
                        .isEqualTo(recount.teams(unit));
                coverage(recount, unit);
            }
            if (recount.tree().state(unit).parent().equals(UnitTree.TOP)) {
                undecided += ask(address + "/undecided").get("households").asLong();
            }
        }
        assertThat(undecided).as(as).isEqualTo(recount.undecidedHouseholds());
    }

    private void coverage(UnitRecount recount, String unit) {
        Map<String, Set<String>> coverage = new TreeMap<>();
        pages("/api/units/" + unit + "/coverage", "items", "next").forEach(line -> {
            Set<String> teams = new TreeSet<>();
            RawEvent.each(line.get("teams"))
                    .forEach(team -> teams.add(team.get("team").asString()));
            coverage.put(line.get("unit").asString(), teams);
            assertThat(line.get("uncovered").asBoolean()).isEqualTo(teams.isEmpty());
        });
        assertThat(coverage).as(as + " coverage of " + unit).isEqualTo(recount.coverage(unit));
    }

    public void listsOfTeams() {
        UnitRecount recount = new UnitRecount(books, today);
        OutreachBook book = books.outreach();
        for (String team : teams()) {
            String at = as + " " + team;
            assertThat(set(RawEvent.each(ask("/api/teams/" + team + "/trainings")), "training"))
                    .as(at)
                    .isEqualTo(book.trainings(team).keySet());
            assertThat(set(pages("/api/teams/" + team + "/requests", "requests", "next"), "request"))
                    .as(at)
                    .isEqualTo(recount.queue(team));
            assertThat(pages("/api/teams/" + team + "/timeline", "entries", "next").stream()
                            .map(entry -> entry.get("position").asLong()))
                    .as(at)
                    .isEqualTo(ledger.events().stream()
                            .filter(event -> event.tags().contains("team:" + team))
                            .map(RawEvent::position)
                            .toList());
        }
    }

    public void memberLists() {
        UnitRecount recount = new UnitRecount(books, today);
        for (String member : ledger.members()) {
            String at = as + " " + member;
            assertThat(set(pages("/api/members/" + member + "/households", "items", "next"), "household"))
                    .as(at)
                    .isEqualTo(recount.householdsOf(member));
            assertThat(RawEvent.each(ask("/api/members/" + member + "/memberships")).stream()
                            .map(each -> each.get("team").asString() + " "
                                    + each.get("from").asString() + " "
                                    + each.path("until").asString("null"))
                            .toList())
                    .as(at)
                    .containsExactlyInAnyOrderElementsOf(MemberRecount.memberships(books, member));
        }
    }

    /** The page of every record of help. */
    public void records() {
        for (HelpRecord record : books.help()) {
            JsonNode page = ask("/api/assistances/" + record.id);
            assertThat(page.get("voided").asBoolean()).as(as + " " + record.id).isEqualTo(record.voided);
            assertThat(page.at("/statement/mode").asString()).as(as).isEqualTo(record.said("mode"));
            assertThat(page.get("team").asString()).as(as).isEqualTo(record.team);
        }
    }
}
