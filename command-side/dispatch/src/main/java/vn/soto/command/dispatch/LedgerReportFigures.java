package vn.soto.command.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.soto.axon.WholeLedger;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceStated;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.period.PeriodSegments;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReportFigures;
import vn.soto.ledger.Tail;

/** Reads what reports need from the ledger up to its tail. */
public record LedgerReportFigures(TeamIndex teams) implements ReportFigures {

    @Override
    public Pinned derive(TeamId team, Quarter quarter, ApplicablePeriods periods, @Nullable Quarter last) {
        Tail upTo = teams.upToTail();
        TeamIndex.Derived derived = teams.figures(team, quarter, new PeriodSegments(periods, last, teams.cuts()), upTo);
        return new Pinned(derived.own(), derived.carried(), pin(upTo));
    }

    @Override
    public Map<String, Set<String>> distinct(TeamId team, Quarter quarter, ApplicablePeriods periods, long before) {
        teams.upToTail();
        return teams.distinct(team, quarter, new PeriodSegments(periods, teams.cuts()), before);
    }

    @Override
    public Set<TeamId> teamsEverIn(UnitId unit) {
        UnitTree units = teams.units();
        return units.everIn(unit).stream()
                .filter(units::residential)
                .flatMap(below -> teams.everCovering(below).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<UnitId> unitsEverIn(UnitId unit) {
        UnitTree units = teams.units();
        return units.everIn(unit).stream()
                .filter(below -> !below.equals(unit) && !units.residential(below))
                .collect(Collectors.toSet());
    }

    @Override
    public RoundFacts recorded(List<TeamId> of, long commit) {
        teams.upToTail();
        return teams.recorded(of, commit);
    }

    /** Records about other teams delay a decision only until they are recognised as such. */
    @Override
    public void restOn(List<TeamId> of, Pin pin) {
        long tail = teams.upToTail().number();
        WholeLedger.wasRead(teams.isRecordedAfter(of, pin.number()) ? pin.number() : tail);
    }

    @Override
    public RecordedHelp helpIn(UnitId unit, QuarterDays days, BiPredicate<TeamId, AssistanceId> wanted, int most) {
        Tail upTo = teams.upToTail();
        Map<TeamId, Map<AssistanceId, List<Long>>> records = new TreeMap<>();
        int found = 0;
        for (TeamId team : teamsEverIn(unit)) {
            Map<AssistanceId, List<Long>> own = teams.records(team, days, upTo.next());
            own.keySet().removeIf(record -> !wanted.test(team, record));
            records.put(team, own);
            found += own.size();
            if (found > most) {
                return new RecordedHelp(List.of(), pin(upTo));
            }
        }
        return new RecordedHelp(
                records.entrySet().stream()
                        .flatMap(of -> read(of.getKey(), of.getValue()).stream())
                        .toList(),
                pin(upTo));
    }

    /** The first helper of each record of one team, by what states it at these positions. */
    private List<FrameRecord> read(TeamId team, Map<AssistanceId, List<Long>> records) {
        Map<AssistanceId, AssistanceState> states = new TreeMap<>();
        teams.at(records.values().stream().flatMap(List::stream).sorted().toList()).stream()
                .map(AssistanceStated.class::cast)
                .forEach(event -> states.compute(
                        event.assistance(),
                        (record, before) -> before == null ? AssistanceState.first(event) : before.after(event)));
        return states.entrySet().stream()
                .filter(record -> !record.getValue().ownMembers().isEmpty())
                .map(record -> new FrameRecord(
                        record.getKey(), team, record.getValue().ownMembers().getFirst()))
                .toList();
    }

    /** The records of one team; {@code upTo} is given by {@link TeamIndex#upToTail}. */
    List<FrameRecord> helpBy(TeamId team, QuarterDays days, Tail upTo) {
        return read(team, teams.records(team, days, upTo.next()));
    }

    @Override
    public Pin pin() {
        return pin(teams.tail());
    }

    private static Pin pin(Tail upTo) {
        return new Pin(upTo.number(), upTo.chain().toString());
    }
}
