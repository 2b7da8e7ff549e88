package vn.soto.command.dispatch;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.correction.AffectedRecords;
import vn.soto.contracts.correction.AffectedRecords.OfMoved;
import vn.soto.contracts.correction.AffectedRecords.OfSuccession;
import vn.soto.contracts.correction.AffectedRecords.OfTeam;
import vn.soto.contracts.correction.HomeChange;
import vn.soto.contracts.correction.KnownTeam;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.household.HouseholdEvent.HouseholdFirstHelped;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.team.Team;
import vn.soto.ledger.Commit;

/** The search for the records that one commit leaves behind. */
final class LeftBehindSearch {

    private final TeamIndex teams;
    private final PastEvents past;
    private final Commit commit;
    private final List<DomainEvent> events;
    private final Moment before;
    private final Moment after;

    /** Those whose home the commit may change. */
    private final Set<Id> moved;

    private final Map<Id, HomeHistory> unmoved = new HashMap<>();
    private final Set<String> found = new HashSet<>();

    /** @param events of the commit */
    LeftBehindSearch(TeamIndex teams, PastEvents past, Commit commit, List<DomainEvent> events) {
        this.teams = teams;
        this.past = past;
        this.commit = commit;
        this.events = events;
        this.before = new Moment(commit.number() - 1);
        this.after = new Moment(commit.number());
        this.moved = events.stream()
                .flatMap(event -> HomeChange.by(event).stream())
                .map(HomeChange::moved)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ledger up to a commit. */
    private final class Moment {

        private final long upTo;
        private final LedgerUnits units;
        private final Map<TeamId, Team> known = new HashMap<>();

        Moment(long upTo) {
            this.upTo = upTo;
            this.units = new LedgerUnits(id -> past.of(id, upTo, UnitEvent.class));
        }

        /** @param id of a team that the commit did not form */
        KnownTeam team(TeamId id) {
            Team team = known.computeIfAbsent(id, unknown -> Team.of(past.of(unknown.value(), upTo, TeamEvent.class)));
            return new KnownTeam() {
                @Override
                public boolean wasMember(MemberId member, LocalDate day) {
                    return team.wasMember(member, day);
                }

                @Override
                public boolean wasActive(MemberId member, LocalDate day) {
                    return team.wasActive(member, day);
                }

                @Override
                public boolean covers(Beneficiary place, LocalDate day) {
                    return team.covers(unit(place, day), day, units.lineage(day));
                }
            };
        }

        private UnitId unit(Beneficiary place, LocalDate day) {
            Id mover = place.household() == null ? place.business() : place.household();
            return mover == null ? place.unit() : homes(mover).on(day);
        }

        private HomeHistory homes(Id mover) {
            return moved.contains(mover) ? read(mover) : unmoved.computeIfAbsent(mover, this::read);
        }

        private HomeHistory read(Id mover) {
            return new HomeHistory(past.of(mover.value(), upTo, DomainEvent.class));
        }
    }

    /** @throws NotReadYetException if it depends on commits that are not read yet */
    int count() {
        Map<TeamId, OfTeam> changes = new HashMap<>();
        events.stream()
                .flatMap(event -> AffectedRecords.by(event).stream())
                .distinct()
                .forEach(affected -> {
                    switch (affected) {
                        case OfTeam change -> changes.merge(change.team(), change, OfTeam::and);
                        case OfMoved help -> moved(help);
                        case OfSuccession undone -> everCovering(undone).forEach(team -> since(undone, team));
                    }
                });
        changes.values().forEach(change -> since(change, change.team()));
        events.forEach(event -> RestingRecords.restated(event).ifPresent(record -> restated(event, record)));
        return found.size();
    }

    private Stream<TeamId> everCovering(OfSuccession undone) {
        return before.units.lineage(LocalDate.MAX).mayCover(undone.ended()).stream()
                .flatMap(unit -> read().everCovering(unit).stream())
                .distinct();
    }

    private void moved(OfMoved help) {
        if (help.moved() instanceof HouseholdId household) {
            past.of(household.value(), commit.number(), HouseholdFirstHelped.class).stream()
                    .map(HouseholdFirstHelped::team)
                    .distinct()
                    .forEach(team -> helped(team, help));
        } else if (help.moved() instanceof BusinessId business) {
            read().helpersOf(business).forEach(team -> helped(team, help));
        }
    }

    private void helped(TeamId team, OfMoved help) {
        judge(
                team,
                read().helpSince(team, help.since(), commit.first()),
                record -> record.isAbout(help.moved()) && !record.day().isBefore(help.since()),
                help.rules());
    }

    /** A correction is checked against the members of the new day alone; the team may not have covered the unit then. */
    private void restated(DomainEvent event, String aggregate) {
        List<DomainEvent> stated = past.of(aggregate, commit.number() - 1, DomainEvent.class);
        RestingRecords.teams(event).forEach(team -> judge(team, stated, record -> true, RestingRule.ALL));
    }

    private void since(AffectedRecords affected, TeamId team) {
        judge(
                team,
                read().recordedSince(team, affected.since(), commit.first()),
                record -> !record.day().isBefore(affected.since()),
                affected.rules());
    }

    /**
     * Finds the records that fulfilled a rule before the commit and, as they are stated by it, do not any more.
     *
     * @param stated events before the commit that tell the records
     */
    private void judge(TeamId team, List<DomainEvent> stated, Predicate<RestingRecord> which, List<RestingRule> rules) {
        RestingRecords records = new RestingRecords(team);
        stated.forEach(records::on);
        List<RestingRecord> known = List.copyOf(records.standing().values());
        events.forEach(records::on);
        for (RestingRecord was : known) {
            RestingRecord now = records.standing().get(was.key());
            if (now != null && which.test(was) && rules.stream().anyMatch(rule -> leaves(team, rule, was, now))) {
                found.add(was.key());
            }
        }
    }

    private boolean leaves(TeamId team, RestingRule rule, RestingRecord was, RestingRecord now) {
        return was.breaking(rule, before.team(team)).isEmpty()
                && !now.breaking(rule, after.team(team)).isEmpty();
    }

    private TeamIndex read() {
        return teams.upTo(commit.number());
    }
}
