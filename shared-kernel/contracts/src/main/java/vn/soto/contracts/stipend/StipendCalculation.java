package vn.soto.contracts.stipend;

import static vn.soto.contracts.stipend.StipendFindingKind.CEILING_OF_THE_YEAR_REACHED;
import static vn.soto.contracts.stipend.StipendFindingKind.CEILING_REACHED;
import static vn.soto.contracts.stipend.StipendFindingKind.COUNTED_IN_ANOTHER_STATEMENT;
import static vn.soto.contracts.stipend.StipendFindingKind.DAY_IN_A_CAMPAIGN_TOO;
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
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationStated;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendTeam.Mobilised;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * Computes what the teams of a unit are paid for a period. A person's month and a person's day are paid once, in
 * however many teams and statements. The team whose id comes first pays, in the statement computed first. A payment
 * left out for that reason is a finding. A day in the list of a campaign counts before the same day of mobilisation.
 * A ceiling of the year leaves to a statement what those computed before have not paid. The same records, rates and other statements always make the same content.
 */
public final class StipendCalculation {

    private static final int MONTHS_OF_A_YEAR = 12;

    private final UnitId unit;
    private final StipendPeriod period;
    private final SortedMap<YearMonth, StipendPolicyAdopted> rates;
    private final PaidElsewhere paidElsewhere;
    private final Function<MemberId, List<StipendTeam>> teamsOf;
    private final Map<String, Counting> counted = new HashMap<>();

    /** The pay of members here, in their other teams too. */
    private final Map<MemberId, Long> amounts = new HashMap<>();

    private final List<StipendLine> lines = new ArrayList<>();
    private final List<StipendFinding> findings = new ArrayList<>();

    /** @param campaign in whose list the day is that counts; absent beside campaigns, and for a month */
    private record Counting(TeamId team, @Nullable CampaignId campaign) {}

    /** @param outOfLumpSum whether it is paid out of the lump sum of a team that has one */
    private record Paid(LocalDate day, long rate, boolean outOfLumpSum) {}

    /**
     * @param unit          unit with these rates
     * @param rates         of each month of the period
     * @param paidElsewhere by the statements of {@link #others}
     * @param teamsOf       all teams to which a person belongs or has belonged
     */
    public StipendCalculation(
            UnitId unit,
            StipendPeriod period,
            SortedMap<YearMonth, StipendPolicyAdopted> rates,
            PaidElsewhere paidElsewhere,
            Function<MemberId, List<StipendTeam>> teamsOf) {
        this.unit = unit;
        this.period = period;
        this.rates = rates;
        this.paidElsewhere = paidElsewhere;
        this.teamsOf = teamsOf;
    }

    /**
     * The periods whose statements limit that of a period, beside those of other units for the same one. They share a
     * month with it, or with a ceiling of the year a year.
     */
    public static List<StipendPeriod> others(StipendPeriod period, SortedMap<YearMonth, StipendPolicyAdopted> rates) {
        boolean ofTheYear =
                rates.values().stream().anyMatch(adopted -> adopted.terms().mostPerYear() != null);
        return ofTheYear ? period.ofItsYear() : period.overlapping();
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
        List<Paid> paid = new ArrayList<>();
        NavigableSet<YearMonth> months = new TreeSet<>();
        for (MemberId member : team.members(period)) {
            Payee payee = new Payee(team, member);
            payee.countMonths();
            payee.countMobilisations();
            payee.findOtherTeams();
            payee.addTo(members);
            paid.addAll(payee.paid);
            months.addAll(payee.months);
        }
        if (months.isEmpty()) {
            find(TEAM_WITHOUT_MEMBERS, team.id(), null, null);
        }
        if (!team.didSomething(period)) {
            find(TEAM_WITHOUT_WORK, team.id(), null, null);
        }
        addLumpSum(team.id(), months, members, paid);
        lines.addAll(members);
    }

    /** The team's own line: its lump sums without what is paid out of them to members mobilised. */
    private void addLumpSum(
            TeamId team, NavigableSet<YearMonth> months, List<StipendLine> members, List<Paid> payments) {
        List<YearMonth> paid = months.stream()
                .filter(month -> scheme(month) == StipendScheme.PER_TEAM)
                .filter(month -> countedHere(StipendLine.claim(team, null, month), team, null, month.atDay(1)))
                .toList();
        if (paid.isEmpty()) {
            return;
        }
        long lumpSum = limitedByYear(
                team,
                paid.stream().mapToLong(month -> terms(month).lumpSum(month)).sum());
        long within = payments.stream()
                .filter(payment -> payment.outOfLumpSum && paid.contains(YearMonth.from(payment.day)))
                .mapToLong(Paid::rate)
                .sum();
        if (within > lumpSum) {
            find(LUMP_SUM_EXCEEDED, team, null, null);
        }
        NavigableSet<Long> evidence = new TreeSet<>();
        members.forEach(line -> evidence.addAll(line.evidence()));
        lines.add(new StipendLine(
                team, null, paid, List.of(), List.of(), Math.max(0, lumpSum - within), List.copyOf(evidence)));
    }

    /** Of the lump sums of a team what the ceiling of the year leaves after the months that other statements pay. */
    private long limitedByYear(TeamId team, long lumpSum) {
        StipendTerms terms = terms(period.last());
        long before = Stream.iterate(period.last().withMonth(1), month -> month.plusMonths(1))
                .limit(MONTHS_OF_A_YEAR)
                .filter(month -> paidElsewhere.statement(StipendLine.claim(team, null, month)) != null)
                .mapToLong(terms::lumpSum)
                .sum();
        long limited = terms.limitedByYear(lumpSum, before);
        if (limited < lumpSum) {
            find(CEILING_OF_THE_YEAR_REACHED, team, null, null);
        }
        return limited;
    }

    private StipendTerms terms(YearMonth month) {
        StipendPolicyAdopted known = rates.get(month);
        if (known == null) {
            throw new IllegalStateException("the period has no month " + month);
        }
        return known.terms().in(unit);
    }

    private StipendScheme scheme(YearMonth month) {
        return terms(month).scheme();
    }

    /** Whether no other statement pays it; what does is found. */
    private boolean countedHere(String claim, TeamId team, @Nullable MemberId member, LocalDate day) {
        String statement = paidElsewhere.statement(claim);
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
        private final List<Paid> paid = new ArrayList<>();
        private final NavigableSet<Long> evidence;

        Payee(StipendTeam team, MemberId member) {
            this.team = team;
            this.member = member;
            this.evidence = team.commits(member, period);
        }

        void countMonths() {
            for (YearMonth month : period.months()) {
                if (team.daysActive(member, month) >= terms(month).fewestDays()
                        && once(month, month.atDay(1), null, MONTH_COUNTED_IN_ANOTHER_TEAM)) {
                    months.add(month);
                }
            }
        }

        void countMobilisations() {
            for (Mobilised mobilised : team.mobilised(member, period)) {
                LocalDate day = mobilised.stated().day();
                if (!team.active(member, day)) {
                    find(MOBILISED_WITHOUT_MEMBERSHIP, team.id(), member, day);
                } else if (once(day, day, mobilised.stated().campaign(), MOBILISATION_COUNTED_IN_ANOTHER_TEAM)) {
                    pay(mobilised.stated());
                    evidence.addAll(mobilised.commits());
                }
                if (mobilised.stated().decision().signedOn().isAfter(day)) {
                    find(MOBILISED_BEFORE_DECISION, team.id(), member, day);
                }
            }
        }

        private void pay(MobilisationStated stated) {
            LocalDate day = stated.day();
            (stated.shift() == Shift.NIGHT ? nights : days).add(day);
            long rate = terms(YearMonth.from(day)).of(stated.shift(), stated.campaign());
            paid.add(new Paid(day, rate, stated.campaign() == null));
        }

        void findOtherTeams() {
            teamsOf.apply(member).stream()
                    .filter(other -> !other.id().equals(team.id()))
                    .forEach(other -> team.firstShared(member, other, period)
                            .ifPresent(day -> findings.add(new StipendFinding(
                                    MEMBER_IN_TWO_TEAMS, team.id(), member, day, other.id(), null))));
        }

        /** @param time the month or day that is paid once */
        private boolean once(
                Object time, LocalDate day, @Nullable CampaignId campaign, StipendFindingKind inAnotherTeam) {
            String claim = StipendLine.claim(team.id(), member, time);
            Counting other = counted.get(claim);
            if (other != null) {
                boolean sameList = Objects.equals(other.campaign, campaign);
                findings.add(new StipendFinding(
                        sameList ? inAnotherTeam : DAY_IN_A_CAMPAIGN_TOO,
                        team.id(),
                        member,
                        day,
                        other.team.equals(team.id()) ? null : other.team,
                        null));
                return false;
            }
            if (!countedHere(claim, team.id(), member, day)) {
                return false;
            }
            counted.put(claim, new Counting(team.id(), campaign));
            return true;
        }

        /** Adds the line, if something counts on it. */
        void addTo(List<StipendLine> members) {
            if (months.isEmpty() && days.isEmpty() && nights.isEmpty()) {
                return;
            }
            long amount = limitedByYear(
                    period.months().stream().mapToLong(this::amount).sum());
            members.add(new StipendLine(team.id(), member, months, days, nights, amount, List.copyOf(evidence)));
        }

        /** The part that the ceiling of the year leaves, unless lump sums, and days out of them, are a team's. */
        private long limitedByYear(long due) {
            if (scheme(period.last()) == StipendScheme.PER_TEAM) {
                return due;
            }
            long before = paidElsewhere.amount(member) + amounts.getOrDefault(member, 0L);
            long limited = terms(period.last()).limitedByYear(due, before);
            if (limited < due) {
                find(CEILING_OF_THE_YEAR_REACHED, team.id(), member, null);
            }
            amounts.merge(member, limited, Long::sum);
            return limited;
        }

        /** The pay of a month; more than the ceiling is found and not paid. */
        private long amount(YearMonth month) {
            boolean monthly = months.contains(month) && scheme(month) == StipendScheme.PER_MEMBER;
            long due = (monthly ? terms(month).lumpSum(month) : 0)
                    + paid.stream()
                            .filter(payment -> YearMonth.from(payment.day).equals(month))
                            .mapToLong(Paid::rate)
                            .sum();
            long limited = terms(month).limited(due);
            if (limited < due) {
                find(CEILING_REACHED, team.id(), member, month.atDay(1));
            }
            return limited;
        }
    }
}
