package vn.soto.command.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent.TeamCoverageChanged;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.Tail;

/**
 * Units and teams by name, as of the ledger's tail when asked. Folded on from where it stopped last; the first call reads the
 * whole ledger, but only decodes the events of units and teams.
 */
public final class Register {

    private static final int PAGE = 500;
    private static final List<String> NAMED = List.of("unit.", "team.");

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final UnitNames unitNames = new UnitNames();
    private final Map<TeamId, Team> teamNames = new LinkedHashMap<>();
    private Directory<UnitId> units = new Directory<>();
    private Directory<TeamId> teams = new Directory<>();
    private boolean changed;
    private Tail folded;

    public Register(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
        this.folded = Tail.empty(ledger.origin());
    }

    /** Copies of what is known now: one file may add to them what it brings. */
    record Known(Directory<UnitId> units, Directory<TeamId> teams) {}

    private record Team(String name, List<UnitId> coverage, boolean ended) {}

    synchronized Known known() {
        List<Commit> page = ledger.commits(folded.number() + 1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::fold);
            page = ledger.commits(folded.number() + 1, PAGE);
        }
        if (changed) {
            units = unitNames.directory();
            teams = teamDirectory();
            changed = false;
        }
        return new Known(units.copy(), teams.copy());
    }

    private void fold(Commit commit) {
        for (RecordedEvent event : commit.events()) {
            if (NAMED.stream().anyMatch(event.type().name()::startsWith)) {
                on(codec.decode(event.type(), event.payload()));
            }
        }
        folded = commit.tail();
    }

    private void on(DomainEvent event) {
        switch (event) {
            case UnitEvent unit -> unitNames.on(unit);
            case TeamFormed formed -> teamNames.put(formed.team(), new Team(formed.name(), formed.coverage(), false));
            case TeamRenamed renamed ->
                teamNames.computeIfPresent(
                        renamed.team(), (id, team) -> new Team(renamed.name(), team.coverage, team.ended));
            case TeamCoverageChanged moved ->
                teamNames.computeIfPresent(
                        moved.team(), (id, team) -> new Team(team.name, moved.coverage(), team.ended));
            case TeamDissolved dissolved ->
                teamNames.computeIfPresent(dissolved.team(), (id, team) -> new Team(team.name, team.coverage, true));
            default -> {
                return; // of no name
            }
        }
        changed = true;
    }

    private Directory<TeamId> teamDirectory() {
        Directory<TeamId> directory = new Directory<>();
        teamNames.forEach((id, team) -> {
            Directory.Entry<TeamId> entry = entry(id, team);
            directory.add(team.ended ? entry.end() : entry);
        });
        return directory;
    }

    /** A unit is found under its name with and without the word for its kind. */
    static Directory.Entry<UnitId> entry(
            UnitId unit, UnitKind kind, String name, @Nullable UnitId parent, Directory<UnitId> units) {
        String word = word(kind);
        String folded = Folded.exact(name);
        String foldedWord = Folded.exact(word);
        String title = folded.startsWith(foldedWord + " ") ? name : word + " " + name;
        String bare = folded.startsWith(foldedWord + " ") ? folded.substring(foldedWord.length() + 1) : folded;
        return new Directory.Entry<>(
                unit,
                title,
                Directory.names(Folded.exact(title), bare),
                Optional.ofNullable(parent)
                        .flatMap(above -> units.byId(above.value()))
                        .orElse(null),
                kind.residential(),
                false);
    }

    private Directory.Entry<TeamId> entry(TeamId id, Team team) {
        return new Directory.Entry<>(
                id,
                team.name,
                Directory.names(Folded.exact(team.name)),
                team.coverage.stream()
                        .findFirst()
                        .flatMap(unit -> units.byId(unit.value()))
                        .orElse(null),
                false,
                false);
    }

    private static String word(UnitKind kind) {
        return switch (kind) {
            case PROVINCE -> "tỉnh";
            case MUNICIPALITY, CITY -> "thành phố";
            case TOWN -> "thị xã";
            case DISTRICT -> "huyện";
            case WARD -> "phường";
            case COMMUNE -> "xã";
            case TOWNSHIP -> "thị trấn";
            case SPECIAL_ZONE -> "đặc khu";
            case NEIGHBOURHOOD -> "khu phố";
            case HAMLET -> "ấp";
            case VILLAGE -> "thôn";
            case RESIDENTIAL_GROUP -> "tổ dân phố";
        };
    }
}
