package vn.soto.domain.stipend;

import static vn.soto.domain.stipend.StipendRule.STATEMENT_HAS_RATES;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.soto.contracts.stipend.StipendCalculation;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendStatementId;
import vn.soto.contracts.stipend.StipendTeam;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReadOnlyAggregates;
import vn.soto.domain.team.MemberTeams;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.Unit;

/** The sources of a statement. The rates, the teams' areas and the other statements are read in the unit of work. */
final class StipendSources {

    private final UnitId unit;
    private final StipendPeriod period;
    private final ReadOnlyAggregates consulted;
    private final StipendRecords records;
    private final MemberTeams memberTeams;
    private final long until;
    private final Map<TeamId, StipendTeam> read = new HashMap<>();

    /** @param until number of the last commit that counts */
    StipendSources(
            StipendStatementId statement,
            ReadOnlyAggregates consulted,
            StipendRecords records,
            MemberTeams memberTeams,
            long until) {
        this.unit = statement.unit();
        this.period = statement.period();
        this.consulted = consulted;
        this.records = records;
        this.memberTeams = memberTeams;
        this.until = until;
    }

    StipendContent content(List<StipendTeam> teams) {
        return new StipendCalculation(unit, period, rates(), paidElsewhere(teams), this::teamsOf).of(teams);
    }

    /** Of these teams, those that work in the unit on their last day in the period. */
    List<StipendTeam> teams(Set<TeamId> ever) {
        return new TreeSet<>(ever)
                .stream()
                        .map(this::team)
                        .filter(team -> team.lastDay(period)
                                .flatMap(day -> commune(team, day))
                                .filter(unit::equals)
                                .isPresent())
                        .toList();
    }

    private Optional<UnitId> commune(StipendTeam team, LocalDate day) {
        return consulted.ask(Team.class, team.id(), of -> of.areaOn(day)).stream()
                .sorted()
                .flatMap(covered -> Unit.communeOf(covered, day, consulted).stream())
                .findFirst();
    }

    private StipendTeam team(TeamId team) {
        return read.computeIfAbsent(team, wanted -> {
            StipendTeam found = new StipendTeam(wanted);
            records.of(wanted, period.first(), until).forEach(each -> found.add(each.commit(), each.event()));
            return found;
        });
    }

    private List<StipendTeam> teamsOf(MemberId member) {
        return new TreeSet<>(memberTeams.of(member)).stream().map(this::team).toList();
    }

    private SortedMap<YearMonth, StipendPolicyAdopted> rates() {
        SortedMap<YearMonth, StipendPolicyAdopted> rates = new TreeMap<>();
        for (YearMonth month : period.months()) {
            rates.put(
                    month,
                    consulted
                            .find(StipendPolicy.class, StipendPolicy.ID, policy -> policy.in(month))
                            .flatMap(found -> found)
                            .orElseThrow(() -> STATEMENT_HAS_RATES.refused(month.atDay(1))));
        }
        return rates;
    }

    /**
     * The claims paid by other statements computed before: of the unit for periods that share a month, and of other
     * units with the same persons.
     */
    private Map<String, String> paidElsewhere(List<StipendTeam> teams) {
        Set<UnitId> others = new TreeSet<>();
        for (StipendTeam team : teams) {
            team.members(period).stream()
                    .flatMap(member -> teamsOf(member).stream())
                    .flatMap(other -> other.lastDay(period).flatMap(day -> commune(other, day)).stream())
                    .forEach(others::add);
        }
        others.add(unit);
        List<StipendPeriod> periods = new ArrayList<>(period.overlapping());
        periods.add(period);
        Map<String, String> paid = new HashMap<>();
        for (UnitId other : others) {
            for (StipendPeriod overlapping : periods) {
                if (!other.equals(unit) || !overlapping.equals(period)) {
                    claims(new StipendStatementId(other, overlapping))
                            .forEach(claim -> paid.putIfAbsent(claim, other + ":" + overlapping));
                }
            }
        }
        return paid;
    }

    private Stream<String> claims(StipendStatementId statement) {
        return consulted
                .find(StipendStatement.class, statement.toString(), StipendStatement::claims)
                .orElseGet(List::of)
                .stream();
    }
}
