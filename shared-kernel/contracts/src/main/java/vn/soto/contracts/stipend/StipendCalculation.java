package vn.soto.contracts.stipend;

import static vn.soto.contracts.stipend.StipendFindingKind.COUNTED_IN_ANOTHER_STATEMENT;
import static vn.soto.contracts.stipend.StipendFindingKind.LUMP_SUM_EXCEEDED;
import static vn.soto.contracts.stipend.StipendFindingKind.MEMBER_IN_TWO_TEAMS;
import static vn.soto.contracts.stipend.StipendFindingKind.MOBILISATION_COUNTED_IN_ANOTHER_TEAM;
import static vn.soto.contracts.stipend.StipendFindingKind.MOBILISED_BEFORE_DECISION;
import static vn.soto.contracts.stipend.StipendFindingKind.MOBILISED_WITHOUT_MEMBERSHIP;
import static vn.soto.contracts.stipend.StipendFindingKind.MONTH_COUNTED_IN_ANOTHER_TEAM;
import static vn.soto.contracts.stipend.StipendFindingKind.TEAM_WITHOUT_MEMBERS;
import static vn.soto.contracts.stipend.StipendFindingKind.TEAM_WITHOUT_WORK;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendTeam.Mobilised;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * Computes what the teams of a unit are paid for a period. A person's month and a person's day are paid once, in
 * however many teams and statements. The team whose id comes first pays, in the statement computed first. A payment
 * left out for that reason is a finding. The same records, rates and other statements always make the same content.
 */
public final class StipendCalculation {

    private final StipendPeriod period;
    private final SortedMap<YearMonth, StipendPolicyAdopted> rates;
    private final Map<String, String> paidElsewhere;
    private final Function<MemberId, List<StipendTeam>> teamsOf;
    private final Map<String, TeamId> counted = new HashMap<>();
    private final List<StipendLine> lines = new ArrayList<>();
    private final List<StipendFinding> findings = new ArrayList<>();

    /**
     * @param rates         of each month of the period
     * @param paidElsewhere {@link StipendLine#claims} of other statements, with the names of these
     * @param teamsOf       all teams to which a person belongs or has belonged
     */
    public StipendCalculation(
            StipendPeriod period,
            SortedMap<YearMonth, StipendPolicyAdopted> rates,
            Map<String, String> paidElsewhere,
            Function<MemberId, List<StipendTeam>> teamsOf) {
        this.period = period;
        this.rates = rates;
        this.paidElsewhere = paidElsewhere;
        this.teamsOf = teamsOf;
    }

    /** @param teams of the unit in the period, in the order of their ids */
    public StipendContent of(List<StipendTeam> teams) {
        teams.forEach(this::add);
        NavigableSet<Integer> policies = new TreeSet<>();
        rates.values().forEach(version -> policies.add(version.version()));
        return StipendContent.of(List.copyOf(policies), lines, findings);
    }

    private void add(StipendTeam team) {
        List<StipendLine> members = new ArrayList<>();
        NavigableSet<YearMonth> months = new TreeSet<>();
        for (MemberId member : team.members(period)) {
            Payee payee = new Payee(team, member);
            payee.countMonths();
            payee.countMobilisations();
            payee.findOtherTeams();
            payee.addTo(members);
            months.addAll(payee.months);
        }
        if (months.isEmpty()) {
            find(TEAM_WITHOUT_MEMBERS, team.id(), null, null);
        }
        if (!team.didSomething(period)) {
            find(TEAM_WITHOUT_WORK, team.id(), null, null);
        }
        addLumpSum(team.id(), months, members);
        lines.addAll(members);
    }

    /** The team's own line: its lump sums without what is paid out of them to members mobilised. */
    private void addLumpSum(TeamId team, NavigableSet<YearMonth> months, List<StipendLine> members) {
        List<YearMonth> paid = months.stream()
                .filter(month -> scheme(month) == StipendScheme.PER_TEAM)
                .filter(month -> countedHere(StipendLine.claim(team, null, month), team, null, month.atDay(1)))
                .toList();
        if (paid.isEmpty()) {
            return;
        }
        long lumpSum = paid.stream()
                .mapToLong(month -> rates(month).terms().perMonth())
                .sum();
        long within = members.stream()
                .flatMap(line -> List.of(line.days(), line.nights()).stream()
                        .flatMap(List::stream)
                        .filter(day -> paid.contains(YearMonth.from(day)))
                        .map(day -> rate(line, day)))
                .mapToLong(Long::longValue)
                .sum();
        if (within > lumpSum) {
            find(LUMP_SUM_EXCEEDED, team, null, null);
        }
        NavigableSet<Long> evidence = new TreeSet<>();
        members.forEach(line -> evidence.addAll(line.evidence()));
        lines.add(new StipendLine(
                team, null, paid, List.of(), List.of(), Math.max(0, lumpSum - within), List.copyOf(evidence)));
    }

    private long rate(StipendLine line, LocalDate day) {
        return rates(YearMonth.from(day)).terms().of(line.nights().contains(day) ? Shift.NIGHT : Shift.DAY);
    }

    private StipendPolicyAdopted rates(YearMonth month) {
        StipendPolicyAdopted known = rates.get(month);
        if (known == null) {
            throw new IllegalStateException("the period has no month " + month);
        }
        return known;
    }

    private StipendScheme scheme(YearMonth month) {
        return rates(month).terms().scheme();
    }

    /** Whether no other statement pays it; what does is found. */
    private boolean countedHere(String claim, TeamId team, @Nullable MemberId member, LocalDate day) {
        String statement = paidElsewhere.get(claim);
        if (statement != null) {
            findings.add(new StipendFinding(COUNTED_IN_ANOTHER_STATEMENT, team, member, day, null, statement));
        }
        return statement == null;
    }

    private void find(StipendFindingKind kind, TeamId team, @Nullable MemberId member, @Nullable LocalDate day) {
        findings.add(new StipendFinding(kind, team, member, day, null, null));
    }

    /** A member of a team, and what counts for them there. */
    private final class Payee {

        private final StipendTeam team;
        private final MemberId member;
        private final List<YearMonth> months = new ArrayList<>();
        private final List<LocalDate> days = new ArrayList<>();
        private final List<LocalDate> nights = new ArrayList<>();
        private final NavigableSet<Long> evidence;

        Payee(StipendTeam team, MemberId member) {
            this.team = team;
            this.member = member;
            this.evidence = team.commits(member, period);
        }

        void countMonths() {
            for (YearMonth month : period.months()) {
                if (team.daysActive(member, month) >= rates(month).terms().fewestDays()
                        && once(month, month.atDay(1), MONTH_COUNTED_IN_ANOTHER_TEAM)) {
                    months.add(month);
                }
            }
        }

        void countMobilisations() {
            for (Mobilised mobilised : team.mobilised(member, period)) {
                LocalDate day = mobilised.stated().day();
                if (!team.active(member, day)) {
                    find(MOBILISED_WITHOUT_MEMBERSHIP, team.id(), member, day);
                } else if (once(day, day, MOBILISATION_COUNTED_IN_ANOTHER_TEAM)) {
                    (mobilised.stated().shift() == Shift.NIGHT ? nights : days).add(day);
                    evidence.addAll(mobilised.commits());
                }
                if (mobilised.stated().decision().signedOn().isAfter(day)) {
                    find(MOBILISED_BEFORE_DECISION, team.id(), member, day);
                }
            }
        }

        void findOtherTeams() {
            teamsOf.apply(member).stream()
                    .filter(other -> !other.id().equals(team.id()))
                    .forEach(other -> team.firstShared(member, other, period)
                            .ifPresent(day -> findings.add(new StipendFinding(
                                    MEMBER_IN_TWO_TEAMS, team.id(), member, day, other.id(), null))));
        }

        /** @param time the month or day that is paid once */
        private boolean once(Object time, LocalDate day, StipendFindingKind found) {
            String claim = StipendLine.claim(team.id(), member, time);
            TeamId other = counted.get(claim);
            if (other != null) {
                findings.add(new StipendFinding(found, team.id(), member, day, other, null));
                return false;
            }
            if (!countedHere(claim, team.id(), member, day)) {
                return false;
            }
            counted.put(claim, team.id());
            return true;
        }

        /** Adds the line, if something counts on it. */
        void addTo(List<StipendLine> members) {
            if (months.isEmpty() && days.isEmpty() && nights.isEmpty()) {
                return;
            }
            long monthly = months.stream()
                    .filter(month -> scheme(month) == StipendScheme.PER_MEMBER)
                    .mapToLong(month -> rates(month).terms().perMonth())
                    .sum();
            long amount = monthly + sum(days, Shift.DAY) + sum(nights, Shift.NIGHT);
            members.add(new StipendLine(team.id(), member, months, days, nights, amount, List.copyOf(evidence)));
        }

        private long sum(List<LocalDate> mobilised, Shift shift) {
            return mobilised.stream()
                    .mapToLong(day -> rates(YearMonth.from(day)).terms().of(shift))
                    .sum();
        }
    }
}
