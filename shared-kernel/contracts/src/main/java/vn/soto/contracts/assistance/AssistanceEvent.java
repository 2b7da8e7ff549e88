package vn.soto.contracts.assistance;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/** Everything that can happen to a record of help. Each event repeats team, household and unit: they never change. */
public sealed interface AssistanceEvent extends DomainEvent {

    AssistanceId assistance();

    TeamId team();

    HouseholdId household();

    UnitId unit();

    @Override
    default Set<String> tags() {
        return Set.of("team:" + team(), "household:" + household());
    }

    /**
     * @param unit    the household's residential unit when it was helped
     * @param helpers members of the team on that day, sorted
     */
    @StoredAs("assistance.recorded.v1")
    record AssistanceRecorded(
            AssistanceId assistance,
            TeamId team,
            HouseholdId household,
            UnitId unit,
            List<MemberId> helpers,
            Content content)
            implements AssistanceEvent {

        public AssistanceRecorded {
            helpers = helpers.stream().distinct().sorted().toList();
        }

        @Override
        public Set<String> tags() {
            return Stream.concat(
                            AssistanceEvent.super.tags().stream(),
                            helpers.stream().map(helper -> "member:" + helper))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** From here on the record says {@code content}; the reason and the event corrected are in the commit. */
    @StoredAs("assistance.corrected.v1")
    record AssistanceCorrected(
            AssistanceId assistance, TeamId team, HouseholdId household, UnitId unit, Content content)
            implements AssistanceEvent {}

    /** From here on the record counts for nothing; it is never deleted. */
    @StoredAs("assistance.voided.v1")
    record AssistanceVoided(AssistanceId assistance, TeamId team, HouseholdId household, UnitId unit)
            implements AssistanceEvent {}
}
