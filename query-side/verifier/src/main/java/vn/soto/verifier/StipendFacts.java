package vn.soto.verifier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCredited;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.shared.DayHistory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.PaidElsewhere;
import vn.soto.contracts.stipend.StipendCalculation;
import vn.soto.contracts.stipend.StipendContent;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendPolicyEvent;
import vn.soto.contracts.stipend.StipendPolicyEvent.StipendPolicyAdopted;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.stipend.StipendStatementId;
import vn.soto.contracts.stipend.StipendTeam;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.CoverageCorrected;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitLineage;
import vn.soto.contracts.unit.UnitState;
import vn.soto.events.EventCodec;
import vn.soto.ledger.StoredEvent;

/**
 * The facts of stipend statements, folded from a ledger in order: units, the areas and records of teams, rates and
 * earlier statements. Mutable.
 */
final class StipendFacts {

    private static final List<Class<? extends DomainEvent>> READ = List.of(
            UnitEvent.class,
            TeamEvent.class,
            MobilisationEvent.class,
            AssistanceStated.class,
            AssistanceVoided.class,
            AssistanceCredited.class,
            OutreachEvent.class,
            StipendPolicyEvent.class,
            StipendStatementComputed.class);
    private static final String TEAM = "team:";

    private final EventCodec codec;
    private final Map<UnitId, UnitState> units = new HashMap<>();
    private final Map<TeamId, NavigableMap<LocalDate, List<UnitId>>> areas = new TreeMap<>();
    private final Map<TeamId, StipendTeam> teams = new HashMap<>();
    private final Map<MemberId, Set<TeamId>> enrolled = new HashMap<>();
    private final DayHistory<StipendPolicyAdopted> rates = new DayHistory<>();
    private final Map<StipendStatementId, StipendStatementComputed> statements = new HashMap<>();

    StipendFacts(EventCodec codec) {
        this.codec = codec;
    }

    void on(StoredEvent stored) {
        Class<?> type = codec.classOf(stored);
        if (READ.stream().noneMatch(read -> read.isAssignableFrom(type))) {
            return;
        }
        DomainEvent event = codec.decode(stored);
        switch (event) {
            case UnitEvent of ->
                units.put(
                        of.unit(), units.getOrDefault(of.unit(), UnitState.NONE).after(of));
            case StipendPolicyEvent policy -> policy.change(rates);
            case StipendStatementComputed computed ->
                statements.put(new StipendStatementId(computed.unit(), computed.period()), computed);
            default -> {
                if (event instanceof TeamEvent of) {
                    on(of);
                }
                concerned(stored, event).forEach(team -> team(team).add(stored.commit(), event));
            }
        }
    }

    private void on(TeamEvent event) {
        switch (event) {
            case TeamFormed formed -> {
                areas.computeIfAbsent(formed.team(), team -> new TreeMap<>())
                        .put(formed.effectiveFrom(), formed.coverage());
                formed.members().stream().map(FoundingMember::member).forEach(member -> enrol(member, formed.team()));
            }
            case TeamCoverageChanged changed ->
                areas.computeIfAbsent(changed.team(), team -> new TreeMap<>())
                        .put(changed.effectiveFrom(), changed.coverage());
            case CoverageCorrected right -> {
                var known = areas.computeIfAbsent(right.team(), team -> new TreeMap<>());
                known.remove(right.enteredFrom());
                known.put(right.effectiveFrom(), right.coverage());
            }
            case MemberEnrolled enrolment -> enrol(enrolment.member(), enrolment.team());
            default -> {
                // changes neither areas nor who ever was a member
            }
        }
    }

    private void enrol(MemberId member, TeamId team) {
        enrolled.computeIfAbsent(member, first -> new TreeSet<>()).add(team);
    }

    /** Teams of a record of help are also those whose members helped along; a session is one team's. */
    private static Stream<TeamId> concerned(StoredEvent stored, DomainEvent event) {
        return event instanceof OutreachEvent session
                ? Stream.of(session.team())
                : stored.event().tags().stream()
                        .filter(tag -> tag.startsWith(TEAM))
                        .map(tag -> new TeamId(tag.substring(TEAM.length())));
    }

    private StipendTeam team(TeamId team) {
        return teams.computeIfAbsent(team, StipendTeam::new);
    }

    /**
     * The statement by what has been folded so far, which is what it pins.
     *
     * @return empty if there are no rates for one of its months
     */
    Optional<StipendStatementComputed> computedAgain(StipendStatementComputed stated) {
        SortedMap<YearMonth, StipendPolicyAdopted> applying = new TreeMap<>();
        for (YearMonth month : stated.period().months()) {
            Optional<StipendPolicyAdopted> rate = rates.at(month.atDay(1));
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            applying.put(month, rate.get());
        }
        List<StipendTeam> in = areas.keySet().stream()
                .map(this::team)
                .filter(team -> commune(team, stated.period()).equals(Optional.of(stated.unit())))
                .toList();
        StipendContent content = new StipendCalculation(
                        stated.unit(), stated.period(), applying, paidElsewhere(stated, in, applying), this::teamsOf)
                .of(in);
        StipendStatementComputed before = statements.get(new StipendStatementId(stated.unit(), stated.period()));
        return Optional.of(new StipendStatementComputed(
                stated.unit(),
                stated.period(),
                stated.version(),
                before == null ? content : content.amending(before.version(), before.content()),
                stated.pinnedTo(),
                stated.pinnedChain(),
                stated.by()));
    }

    private List<StipendTeam> teamsOf(MemberId member) {
        return enrolled.getOrDefault(member, Set.of()).stream().map(this::team).toList();
    }

    /** The commune in which the team works on its last day in the period. */
    private Optional<UnitId> commune(StipendTeam team, StipendPeriod period) {
        return team.lastDay(period)
                .flatMap(day -> area(team.id(), day).stream()
                        .sorted()
                        .flatMap(unit -> commune(unit, day).stream())
                        .findFirst());
    }

    private List<UnitId> area(TeamId team, LocalDate day) {
        NavigableMap<LocalDate, List<UnitId>> known = areas.getOrDefault(team, new TreeMap<>());
        var entry = known.floorEntry(day);
        return entry != null
                ? entry.getValue()
                : known.isEmpty() ? List.of() : known.firstEntry().getValue();
    }

    private Optional<UnitId> commune(UnitId unit, LocalDate day) {
        UnitLineage lineage = new UnitLineage(each -> Optional.ofNullable(units.get(each))
                .map(state -> state.linksOn(day))
                .orElse(UnitLineage.Links.NONE));
        UnitId now = lineage.of(unit).unit();
        Optional<UnitState> state = Optional.ofNullable(units.get(now));
        return state.filter(known -> known.now().kind().communal()).isPresent()
                ? Optional.of(now)
                : state.flatMap(known -> known.parentOn(day))
                        .map(parent -> lineage.of(parent).unit());
    }

    private PaidElsewhere paidElsewhere(
            StipendStatementComputed stated, List<StipendTeam> in, SortedMap<YearMonth, StipendPolicyAdopted> rates) {
        Set<UnitId> others = new TreeSet<>(Set.of(stated.unit()));
        in.stream()
                .flatMap(team -> team.members(stated.period()).stream())
                .flatMap(member -> teamsOf(member).stream())
                .flatMap(team -> commune(team, stated.period()).stream())
                .forEach(others::add);
        List<StipendPeriod> periods = new ArrayList<>(StipendCalculation.others(stated.period(), rates));
        periods.add(stated.period());
        PaidElsewhere paid = new PaidElsewhere();
        for (UnitId other : others) {
            for (StipendPeriod period : periods) {
                StipendStatementComputed known = statements.get(new StipendStatementId(other, period));
                boolean itself = other.equals(stated.unit()) && period.equals(stated.period());
                if (known != null && !itself) {
                    paid.add(other + ":" + period, known.content().lines());
                }
            }
        }
        return paid;
    }
}
