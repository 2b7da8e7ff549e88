package vn.soto.allinone.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a team's report for a quarter, one fold for each; figures of zero are left out. */
final class ReportRecount {

    private final RawLedger ledger;
    private final String team;
    private final Days days;
    private final MemberBook members;
    private final HouseholdBook households;
    private final OutreachBook outreach;
    private final RequestBook requests;
    private final List<HelpRecord> help;

    private ReportRecount(Books books, String team, Days days) {
        this.ledger = books.ledger();
        this.team = team;
        this.days = days;
        this.members = books.members();
        this.households = books.households();
        this.outreach = books.outreach();
        this.requests = books.requests();
        this.help = counted(books.help());
    }

    static Map<String, Long> of(Books books, String team, String quarter) {
        ReportRecount recount = new ReportRecount(books, team, Days.of(quarter));
        Map<String, Long> figures = new TreeMap<>(recount.help());
        figures.put("T02", recount.members());
        figures.put("T03", recount.outreach.trained(team, recount.days));
        figures.put("H02", recount.caseload());
        figures.put("H04", recount.householdsHelped());
        figures.put("H04.businesses", recount.businessesHelped());
        figures.put("P01", (long) recount.held().size());
        figures.put("P02", people(recount.held(), null));
        for (OutreachBook.Session session : recount.held()) {
            figures.put(HelpRecord.line("P02", session.basis()), people(recount.held(), session.basis()));
        }
        List<Long> groups = recount.outreach.groups(team, recount.days.last());
        figures.put("P03", (long) groups.size());
        figures.put("P03.households", groups.stream().mapToLong(Long::longValue).sum());
        figures.put("Q01", recount.requests.taken(team, recount.days));
        figures.put("Q01.resolved", recount.requests.resolved(team, recount.days));
        figures.values().removeIf(value -> value == 0);
        return figures;
    }

    private List<HelpRecord> counted(Collection<HelpRecord> records) {
        return records.stream()
                .filter(record -> !record.voided && record.team.equals(team) && days.include(record.day()))
                .toList();
    }

    /** H05, M, O, S, V and C. */
    private Map<String, Long> help() {
        Map<String, Long> lines = new TreeMap<>();
        help.forEach(record -> record.lines().forEach(line -> lines.merge(line, 1L, Long::sum)));
        return lines;
    }

    private long members() {
        return members.team(team).on(days.last()).stream()
                .map(membership -> membership.member)
                .distinct()
                .count();
    }

    /** Households of which a member of the team who can act was in charge on the last day. */
    private long caseload() {
        Map<String, HouseholdBook.Charge> charges = new TreeMap<>();
        ledger.of("household.")
                .filter(event -> event.is("household.assigned", "household.reassigned", "household.unassigned"))
                .filter(event -> !event.day("/effectiveFrom").isAfter(days.last()))
                .forEach(event -> charges.put(
                        event.text("/household"),
                        new HouseholdBook.Charge(
                                event.textIfAny("/to/team"),
                                event.textIfAny("/to/member"),
                                event.day("/effectiveFrom"))));
        return charges.values().stream()
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

    /** @param basis of the counts added; absent for all */
    private static long people(List<OutreachBook.Session> sessions, @Nullable String basis) {
        return sessions.stream()
                .filter(session -> basis == null || session.basis().equals(basis))
                .mapToLong(OutreachBook.Session::people)
                .sum();
    }
}
