package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.AffectedRecords.OfMoved;
import vn.soto.contracts.correction.AffectedRecords.OfSuccession;
import vn.soto.contracts.correction.AffectedRecords.OfTeam;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.CoverageEvent.UnitCoverageChanged;
import vn.soto.contracts.team.Covering;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.team.Team;
import vn.soto.domain.unit.UnitCoverage;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StoredEvent;

/** The search for the records that one commit leaves behind. */
final class LeftBehindSearch {

    private final TeamIndex teams;
    private final EventCodec codec;
    private final PastEvents past;
    private final Commit commit;
    private final LedgerUnits unitsBefore;
    private final LedgerUnits units;
    private final Set<String> found = new HashSet<>();

    LeftBehindSearch(TeamIndex teams, PastEvents past, EventCodec codec, Commit commit) {
        this.teams = teams;
        this.codec = codec;
        this.past = past;
        this.commit = commit;
        this.unitsBefore = new LedgerUnits(id -> past.of(id, commit.number() - 1, UnitEvent.class));
        this.units = new LedgerUnits(id -> past.of(id, commit.number(), UnitEvent.class));
    }

    /** The records of a team after some events. */
    private static final class KnownRecords extends RestingRecords<RestingRecord> {

        private final Map<String, RestingRecord> records = new HashMap<>();

        KnownRecords(TeamId team) {
            super(team);
        }

        @Override
        protected Optional<RestingRecord> find(RestingKind kind, String record, @Nullable LocalDate likely) {
            return Optional.ofNullable(records.get(RestingRecord.key(kind, record)));
        }

        @Override
        protected LocalDate day(RestingRecord record) {
            return record.day();
        }

        @Override
        protected List<MemberId> members(RestingRecord record) {
            return record.members();
        }

        @Override
        protected void begin(RestingRecord now) {
            records.put(now.key(), now);
        }

        @Override
        protected void restate(RestingKind kind, RestingRecord was, @Nullable RestingRecord now) {
            records.remove(was.key());
            if (now != null) {
                begin(now);
            }
        }
    }

    /** @throws NotReadYetException if it depends on commits that are not read yet */
    int count(List<DomainEvent> events) {
        Map<TeamId, OfTeam> changes = new HashMap<>();
        events.stream()
                .flatMap(event -> AffectedRecords.by(event).stream())
                .distinct()
                .forEach(affected -> {
                    switch (affected) {
                        case OfTeam change -> changes.merge(change.team(), change, OfTeam::and);
                        case OfMoved moved -> moved(moved);
                        case OfSuccession undone -> succession(undone);
                    }
                });
        events.stream()
                .filter(AssistanceCorrected.class::isInstance)
                .map(AssistanceCorrected.class::cast)
                .forEach(this::help);
        changes.values().forEach(this::team);
        return found.size();
    }

    private void team(OfTeam change) {
        TeamId id = change.team();
        Team before = Team.of(past.of(id.value(), commit.number() - 1, TeamEvent.class));
        Team after = team(id);
        for (RestingRecord record :
                since(change.since(), id, read().recorded(id, month(change.since()), commit.first()))) {
            boolean left = isOfMembers(record, before) && !isOfMembers(record, after);
            if (left || (change.inArea() && isUncovered(record, before, after))) {
                found.add(record.key());
            }
        }
    }

    /** Whether its members belonged to the team, and could act for it where they must. */
    private static boolean isOfMembers(RestingRecord record, Team team) {
        return record.members().stream()
                .allMatch(member -> record.kind() == RestingKind.TRAINING
                        ? team.wasMember(member, record.day())
                        : team.wasActive(member, record.day()));
    }

    private boolean isUncovered(RestingRecord record, Team before, Team after) {
        Beneficiary place = record.about();
        if (place == null || !record.inArea()) {
            return false;
        }
        UnitId unit = unit(place, record.day());
        return covered(before, unit, record.day()) && !covers(after, unit, record.day());
    }

    /** Whether the team covered the unit before the commit. */
    private boolean covered(Team team, UnitId unit, LocalDate day) {
        return team.covers(unit, day, unitsBefore.lineage(day));
    }

    /** Whether the team covers the unit with the commit. */
    private boolean covers(Team team, UnitId unit, LocalDate day) {
        return team.covers(unit, day, units.lineage(day));
    }

    private void succession(OfSuccession undone) {
        LocalDate since = undone.since();
        unitsBefore.lineage(LocalDate.MAX).mayCover(undone.ended()).stream()
                .flatMap(this::everCovering)
                .distinct()
                .forEach(id -> {
                    Team team = team(id);
                    since(since, id, read().recorded(id, month(since), commit.first())).stream()
                            .filter(record -> isUncovered(record, team, team))
                            .forEach(record -> found.add(record.key()));
                });
    }

    private Stream<TeamId> everCovering(UnitId unit) {
        return past.of(UnitCoverage.idOf(unit), commit.number(), UnitCoverageChanged.class).stream()
                .flatMap(change -> change.teams().stream())
                .map(Covering::team);
    }

    /** The unit of the place on that day, by what is known with the commit. */
    private UnitId unit(Beneficiary place, LocalDate day) {
        return switch (place.kind()) {
            case HOUSEHOLD ->
                homes(String.valueOf(place.household()), commit.number()).on(day);
            case BUSINESS ->
                homes(String.valueOf(place.business()), commit.number()).on(day);
            case WALK_IN -> place.unit();
        };
    }

    private void moved(OfMoved change) {
        LocalDate since = change.since();
        if (change.moved() instanceof HouseholdId household) {
            past.of(household.value(), commit.number(), HouseholdFirstHelped.class).stream()
                    .map(HouseholdFirstHelped::team)
                    .distinct()
                    .forEach(id -> moved(
                            household,
                            id,
                            since(since, id, read().helpTo(household, id, month(since), commit.first()))));
        } else if (change.moved() instanceof BusinessId business) {
            read().helpersOf(business)
                    .forEach(id ->
                            moved(business, id, since(since, id, read().recorded(id, month(since), commit.first()))));
        }
    }

    /** The household or business helped now lived elsewhere on the day of the help. */
    private void moved(Id helped, TeamId by, List<RestingRecord> records) {
        List<RestingRecord> help = records.stream()
                .filter(record -> record.inArea() && record.isAbout(helped))
                .toList();
        if (help.isEmpty()) {
            return;
        }
        HomeHistory before = homes(helped.value(), commit.number() - 1);
        HomeHistory after = homes(helped.value(), commit.number());
        Team team = team(by);
        help.stream()
                .filter(record -> covered(team, before.on(record.day()), record.day())
                        && !covers(team, after.on(record.day()), record.day()))
                .forEach(record -> found.add(record.key()));
    }

    /**
     * A correction is checked against the members of the new day only; the team may not have covered the unit then. Help on duty
     * rests on no area, and one that says it was none is checked against the area as well.
     */
    private void help(AssistanceCorrected corrected) {
        String id = corrected.assistance().value();
        AssistanceState before = help(id, commit.number() - 1);
        AssistanceState after = help(id, commit.number());
        if (before.onDuty() || after.onDuty()) {
            return;
        }
        Team team = team(corrected.team());
        if (covered(team, unit(before.beneficiary(), before.day()), before.day())
                && !covers(team, unit(after.beneficiary(), after.day()), after.day())) {
            found.add(RestingRecord.key(RestingKind.ASSISTANCE, id));
        }
    }

    private AssistanceState help(String id, long upTo) {
        List<AssistanceEvent> events = past.of(id, upTo, AssistanceEvent.class);
        AssistanceState state = AssistanceState.first(events.getFirst());
        for (AssistanceEvent event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return state;
    }

    private List<RestingRecord> since(LocalDate day, TeamId team, List<StoredEvent> events) {
        KnownRecords records = new KnownRecords(team);
        events.forEach(event -> records.on(codec.decode(event)));
        return records.records.values().stream()
                .filter(record -> !record.day().isBefore(day))
                .toList();
    }

    private TeamIndex read() {
        return teams.upTo(commit.number());
    }

    private static YearMonth month(LocalDate day) {
        return YearMonth.from(day);
    }

    private Team team(TeamId id) {
        return Team.of(past.of(id.value(), commit.number(), TeamEvent.class));
    }

    private HomeHistory homes(String id, long upTo) {
        return new HomeHistory(past.of(id, upTo, DomainEvent.class));
    }
}
