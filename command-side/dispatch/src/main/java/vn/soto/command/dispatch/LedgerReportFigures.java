package vn.soto.command.dispatch;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCounted;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.period.ReportingPeriods;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.report.ReportFigures;
import vn.soto.ledger.Tail;

/** Reads what reports need from the ledger up to its tail. */
public final class LedgerReportFigures implements ReportFigures {

    private final TeamIndex teams;
    private final UnitTree units;

    public LedgerReportFigures(TeamIndex teams) {
        this.teams = teams;
        this.units = new UnitTree(teams::units, teams.codec());
    }

    @Override
    public Pinned derive(
            TeamId team, Quarter quarter, ReportingPeriods periods, QuarterCalendar initial, @Nullable Quarter last) {
        Tail upTo = teams.upToTail();
        TeamIndex.Derived derived =
                teams.figures(team, quarter, new PeriodSegments(periods, initial, last, teams.cuts()), upTo);
        return new Pinned(derived.own(), derived.carried(), pin(upTo));
    }

    @Override
    public Map<String, Set<String>> helped(
            TeamId team, Quarter quarter, ReportingPeriods periods, QuarterCalendar initial, long before) {
        teams.upToTail();
        return teams.helped(team, quarter, new PeriodSegments(periods, initial, teams.cuts()), before);
    }

    @Override
    public Set<TeamId> teamsEverIn(UnitId unit) {
        teams.upToTail();
        return units.everIn(unit).stream()
                .filter(units::residential)
                .flatMap(below -> teams.everCovering(below).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UnitId> unitsEverIn(UnitId unit) {
        teams.upToTail();
        return units.everIn(unit).stream()
                .filter(below -> !below.equals(unit) && !units.residential(below))
                .collect(Collectors.toSet());
    }

    @Override
    public RoundFacts recorded(List<TeamId> of, long commit) {
        teams.upToTail();
        return teams.recorded(of, commit);
    }

    @Override
    public RecordedHelp helpIn(UnitId unit, QuarterDays days) {
        Tail upTo = teams.upToTail();
        return new RecordedHelp(
                teamsEverIn(unit).stream()
                        .sorted()
                        .flatMap(team -> helpBy(team, days, upTo).stream())
                        .toList(),
                pin(upTo));
    }

    /** The records of one team; {@code upTo} is given by {@link TeamIndex#upToTail}. */
    List<FrameRecord> helpBy(TeamId team, QuarterDays days, Tail upTo) {
        Map<AssistanceId, AssistanceState> states = new TreeMap<>();
        teams.recorded(team, YearMonth.from(days.firstDay()), upTo.next()).stream()
                .map(teams.codec()::decode)
                .flatMap(event -> event instanceof AssistanceCounted counted ? Stream.of(counted) : Stream.empty())
                .filter(event -> event.team().equals(team))
                .forEach(event -> states.compute(
                        event.assistance(),
                        (record, before) -> before == null ? AssistanceState.first(event) : before.after(event)));
        List<FrameRecord> records = new ArrayList<>();
        states.forEach((record, state) -> {
            boolean within =
                    !state.day().isBefore(days.firstDay()) && !state.day().isAfter(days.lastDay());
            if (within && !state.voided() && !state.ownMembers().isEmpty()) {
                records.add(new FrameRecord(record, team, state.ownMembers().getFirst()));
            }
        });
        return records;
    }

    @Override
    public Pin pin() {
        return pin(teams.tail());
    }

    private static Pin pin(Tail upTo) {
        return new Pin(upTo.number(), upTo.chain().toString());
    }
}
