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
import vn.soto.contracts.stipend.PaidElsewhere;
import vn.soto.contracts.stipend.StipendCalculation;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendLine;
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
        SortedMap<YearMonth, StipendPolicyAdopted> rates = rates();
        return new StipendCalculation(unit, period, rates, paidElsewhere(teams, rates), this::teamsOf).of(teams);
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
     * The pay of other statements computed before. They are of the unit for {@link StipendCalculation#others}, and of other
     * units with the same persons.
     */
    private PaidElsewhere paidElsewhere(List<StipendTeam> teams, SortedMap<YearMonth, StipendPolicyAdopted> rates) {
        Set<UnitId> others = new TreeSet<>();
        for (StipendTeam team : teams) {
            team.members(period).stream()
                    .flatMap(member -> teamsOf(member).stream())
                    .flatMap(other -> other.lastDay(period).flatMap(day -> commune(other, day)).stream())
                    .forEach(others::add);
        }
        others.add(unit);
        List<StipendPeriod> periods = new ArrayList<>(StipendCalculation.others(period, rates));
        periods.add(period);
        PaidElsewhere paid = new PaidElsewhere();
        for (UnitId other : others) {
            for (StipendPeriod known : periods) {
                if (!other.equals(unit) || !known.equals(period)) {
                    paid.add(other + ":" + known, lines(new StipendStatementId(other, known)));
                }
            }
        }
        return paid;
    }

    private List<StipendLine> lines(StipendStatementId statement) {
        return consulted
                .find(StipendStatement.class, statement.toString(), StipendStatement::lines)
                .orElseGet(List::of);
    }
}
