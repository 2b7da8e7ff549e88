package vn.soto.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.audit.FrameRecord;
import vn.soto.contracts.period.ApplicablePeriods;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.report.Figure;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterDays;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ReportFigures;

/** Figures as a test states them: three members in each team, and nobody helped, until it says otherwise. */
public final class FixedFigures implements ReportFigures {

    private final Map<TeamId, List<Figure>> figures = new HashMap<>();
    private final Map<TeamId, Map<String, Set<String>>> helped = new HashMap<>();
    private final Map<UnitId, Set<TeamId>> teams = new HashMap<>();
    private final Map<UnitId, Set<UnitId>> units = new HashMap<>();
    private final Map<UnitId, List<FrameRecord>> help = new HashMap<>();

    /** The team helped these households, as often as it says. */
    public FixedFigures helping(TeamId team, int records, String... households) {
        figures.put(
                team, List.of(new Figure("T02", 3), new Figure("H04", households.length), new Figure("H05", records)));
        helped.put(team, Map.of("H04", Set.of(households)));
        return this;
    }

    /** These teams work in the unit and in those that contain it. */
    public FixedFigures with(UnitId unit, TeamId... covering) {
        teams.computeIfAbsent(unit, u -> new TreeSet<>()).addAll(List.of(covering));
        return this;
    }

    /** These units lie in the unit. */
    public FixedFigures with(UnitId unit, UnitId... below) {
        units.computeIfAbsent(unit, u -> new TreeSet<>()).addAll(List.of(below));
        return this;
    }

    private final NavigableMap<Long, List<DomainEvent>> said = new TreeMap<>();
    private boolean writtenMeanwhile;
    private long more;

    @Override
    public Pinned derive(TeamId team, Quarter quarter, ApplicablePeriods periods, @Nullable Quarter last) {
        return new Pinned(figures.getOrDefault(team, List.of(new Figure("T02", 3))), List.of(), pin());
    }

    @Override
    public Map<String, Set<String>> distinct(TeamId team, Quarter quarter, ApplicablePeriods periods, long before) {
        return helped.getOrDefault(team, Map.of());
    }

    @Override
    public Set<TeamId> teamsEverIn(UnitId unit) {
        return teams.getOrDefault(unit, Set.of());
    }

    @Override
    public Set<UnitId> unitsEverIn(UnitId unit) {
        return units.getOrDefault(unit, Set.of());
    }

    /** At a commit, which is the last from now on, the ledger has these events. */
    public FixedFigures saying(long commit, List<? extends DomainEvent> events) {
        said.put(commit, List.copyOf(events));
        return this;
    }

    /** These records of help were made in the unit. */
    public FixedFigures with(UnitId unit, FrameRecord... records) {
        help.computeIfAbsent(unit, u -> new ArrayList<>()).addAll(List.of(records));
        return this;
    }

    @Override
    public RoundFacts recorded(List<TeamId> teams, long commit) {
        RoundFacts facts = new RoundFacts(teams);
        List<DomainEvent> events =
                said.headMap(commit, true).values().stream().reduce(List.of(), (before, last) -> last);
        IntStream.range(0, events.size()).forEach(position -> facts.on(position, events.get(position)));
        return facts;
    }

    @Override
    public void restOn(List<TeamId> teams, Pin pin) {
        // nobody else writes
    }

    @Override
    public RecordedHelp helpIn(UnitId unit, QuarterDays days, BiPredicate<TeamId, AssistanceId> wanted, int most) {
        List<FrameRecord> records = help.getOrDefault(unit, List.of()).stream()
                .filter(record -> wanted.test(record.team(), record.assistance()))
                .toList();
        return new RecordedHelp(records.size() > most ? List.of() : records, pin());
    }

    /** The ledger has a commit more each time it is asked for its last. */
    public FixedFigures whileOthersWrite() {
        writtenMeanwhile = true;
        return this;
    }

    @Override
    public Pin pin() {
        long last = said.isEmpty() ? 7 : said.lastKey();
        return new Pin(writtenMeanwhile ? last + more++ : last, "ab".repeat(32));
    }
}
