package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The figures of a team's report for a quarter, one fold for each; figures of zero are left out, but for those that people tell. */
final class ReportRecount {

    private final RawLedger ledger;
    private final UnitTree units;
    private final Collection<HelpRecord> all;
    private final String quarter;
    private final String team;
    private final Days days;
    private final MemberBook members;
    private final HouseholdBook households;
    private final OutreachBook outreach;
    private final RequestBook requests;
    private final List<HelpRecord> help;

    private ReportRecount(Books books, String team, String quarter) {
        this.ledger = books.ledger();
        this.all = books.help();
        this.quarter = quarter;
        this.team = team;
        this.days = Days.of(quarter);
        this.units = UnitTree.of(books.ledger(), days.last());
        this.members = books.members();
        this.households = books.households();
        this.outreach = books.outreach();
        this.requests = books.requests();
        this.help = counted(books.help());
    }

    static Map<String, Long> of(Books books, String team, String quarter) {
        ReportRecount recount = new ReportRecount(books, team, quarter);
        Map<String, Long> figures = new TreeMap<>(recount.help());
        figures.put("T01", recount.members.team(team).existedOn(recount.days.last()) ? 1L : 0L);
        figures.put("T02", recount.members(false));
        figures.put("T02.suspended", recount.members(true));
        figures.put("T03", recount.outreach.trained(team, recount.days));
        figures.put("H01", recount.stated());
        figures.put("H02", recount.caseload());
        figures.put("H03", recount.unassigned());
        figures.put("H04", recount.householdsHelped());
        figures.put("H04.businesses", recount.businessesHelped());
        figures.put("H05.joint", recount.helpedAlong());
        figures.put("P01", (long) recount.held().size());
        figures.put("P02", people(recount.held(), null));
        for (OutreachBook.Session session : recount.held()) {
            figures.put(HelpRecord.line("P02", session.basis()), people(recount.held(), session.basis()));
        }
        if (recount.held().stream().anyMatch(session -> session.newcomers().isPresent())) {
            figures.put("P04", newcomers(recount.held()));
        }
        figures.put("P04.unsure", unsure(recount.held()));
        List<Long> groups = recount.outreach.groups(team, recount.days.last());
        figures.put("P03", (long) groups.size());
        figures.put("P03.households", groups.stream().mapToLong(Long::longValue).sum());
        figures.put("Q01", recount.requests.taken(team, recount.days));
        figures.put("Q01.resolved", recount.requests.resolved(team, recount.days));
        figures.entrySet().removeIf(figure -> figure.getValue() == 0 && !isTold(figure.getKey()));
        return figures;
    }

    /** Whether a figure is absent until somebody tells it, so that 0 says that there was none. */
    static boolean isTold(String code) {
        return code.startsWith("R.") || code.equals("P04");
    }

    private List<HelpRecord> counted(Collection<HelpRecord> records) {
        return records.stream()
                .filter(record -> !record.voided && record.team.equals(team) && days.include(record.day()))
                .toList();
    }

    /** H05, M, O, S, V, C and R. */
    private Map<String, Long> help() {
        Map<String, Long> lines = new TreeMap<>();
        help.forEach(record -> record.lines().forEach(line -> lines.merge(line, 1L, Long::sum)));
        help.forEach(record -> record.results.forEach((line, count) -> lines.merge(line, count, Long::sum)));
        return lines;
    }

    private long members(boolean suspended) {
        Map<String, MemberBook.Membership> first = new TreeMap<>();
        members.team(team).on(days.last()).forEach(each -> first.putIfAbsent(each.member, each));
        return first.values().stream()
                .filter(each -> each.suspended(days.last()) == suspended)
                .count();
    }

    /** The number of households that people stated last; 0 if nobody did. */
    private long stated() {
        return ledger.of("report.household-total-stated")
                .filter(event -> event.text("/team").equals(team))
                .filter(event -> event.text("/quarter").equals(quarter))
                .map(event -> event.body().get("households"))
                .reduce((before, now) -> now)
                .filter(households -> !households.isNull())
                .map(JsonNode::asLong)
                .orElse(0L);
    }

    /** Records of other teams. */
    private long helpedAlong() {
        return all.stream()
                .filter(record -> !record.voided && days.include(record.day()))
                .filter(record -> record.along.contains(team))
                .count();
    }

    /** Households where the team works for which nobody can act on the last day. */
    private long unassigned() {
        MemberBook.Team own = members.team(team);
        if (!own.existedOn(days.last())) {
            return 0;
        }
        List<String> area = own.coverage(days.last());
        return households.households.values().stream()
                .filter(household -> household.countsOn(days.last()))
                .filter(household -> units.works(area, household.homeOn(days.last())))
                .filter(household -> household.unassignedOn(members, days.last()))
                .count();
    }

    /** Households of which a member of the team who can act was in charge on the last day. */
    private long caseload() {
        return households.households.values().stream()
                .flatMap(household -> household.charges.reversed().stream()
                        .filter(charge -> !charge.from().isAfter(days.last()))
                        .limit(1))
                .filter(charge -> acts(charge, days.last()))
                .count();
    }

    private boolean acts(HouseholdBook.Charge charge, LocalDate day) {
        return charge.member() != null
                && team.equals(charge.team())
                && members.team(team).canAct(charge.member(), day);
    }

    private long householdsHelped() {
        return help.stream()
                .filter(record -> record.household != null)
                .map(record -> households.survivor(record.household))
                .distinct()
                .count();
    }

    private long businessesHelped() {
        return help.stream()
                .filter(record -> record.business != null)
                .map(record -> record.business)
                .distinct()
                .count();
    }

    private List<OutreachBook.Session> held() {
        return outreach.held(team, days);
    }

    private static long newcomers(List<OutreachBook.Session> sessions) {
        return sessions.stream()
                .flatMap(session -> session.newcomers().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long unsure(List<OutreachBook.Session> sessions) {
        return sessions.stream()
                .filter(session -> session.newcomers().isEmpty())
                .mapToLong(OutreachBook.Session::people)
                .sum();
    }

    /** @param basis of the counts added; absent for all */
    private static long people(List<OutreachBook.Session> sessions, @Nullable String basis) {
        return sessions.stream()
                .filter(session -> basis == null || session.basis().equals(basis))
                .mapToLong(OutreachBook.Session::people)
                .sum();
    }
}
