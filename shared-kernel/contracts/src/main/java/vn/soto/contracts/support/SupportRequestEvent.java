package vn.soto.contracts.support;

import static vn.soto.contracts.shared.Flag.Code.REQUEST_IS_RESOLVED_LATE;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Ascending;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.Flag;
import vn.soto.contracts.shared.Flagging;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * Events of a support request. Each event repeats the unit, which never changes, and names the team it concerns.
 * Whether a request is overdue follows from its due day and the day of the query, so no event records it.
 */
public sealed interface SupportRequestEvent extends ProductEvent {

    SupportRequestId request();

    UnitId unit();

    /** Team in charge of the request before or after the event; absent if there is none. */
    @Nullable
    TeamId team();

    @Override
    default Set<String> tags() {
        Stream<String> team = team() == null ? Stream.empty() : Stream.of("team:" + team());
        return Stream.concat(Stream.of("unit:" + unit()), team).collect(Collectors.toUnmodifiableSet());
    }

    /** An event that names the member in charge. */
    sealed interface Charged extends SupportRequestEvent {

        @Override
        TeamId team();

        MemberId member();

        @Override
        default Set<String> tags() {
            return Set.of("unit:" + unit(), "team:" + team(), "member:" + member());
        }
    }

    /**
     * @param unit      residential unit from which the request comes
     * @param household household of the requester; absent if it is not known
     * @param topics    one or more, sorted
     * @param dueOn     last day on which a resolution is in time
     * @param requesterName sealed, like the phone and the note, under the key of the household if it is known, else of
     *     the request
     */
    @StoredAs("support-request.received.v1")
    record SupportRequestReceived(
            SupportRequestId request,
            UnitId unit,
            @Nullable HouseholdId household,
            RequestSource source,
            List<ServiceCategory> topics,
            LocalDate receivedOn,
            LocalDate dueOn,
            @Nullable Sealed requesterName,
            @Nullable Sealed phone,
            @Nullable Sealed note)
            implements SupportRequestEvent, Dated {

        public SupportRequestReceived {
            topics = Ascending.of(topics);
        }

        @Override
        public @Nullable TeamId team() {
            return null;
        }

        @Override
        public Set<String> tags() {
            return household == null ? Set.of("unit:" + unit) : Set.of("unit:" + unit, "household:" + household);
        }

        @Override
        public LocalDate happenedOn() {
            return receivedOn;
        }
    }

    @StoredAs("support-request.taken.v1")
    record SupportRequestTaken(SupportRequestId request, UnitId unit, TeamId team, MemberId member, LocalDate takenOn)
            implements Charged, Dated {

        @Override
        public LocalDate happenedOn() {
            return takenOn;
        }
    }

    /** The member in charge releases the request; it waits for another member. */
    @StoredAs("support-request.released.v1")
    record SupportRequestReleased(
            SupportRequestId request, UnitId unit, TeamId team, MemberId member, LocalDate releasedOn)
            implements Charged, Dated {

        @Override
        public LocalDate happenedOn() {
            return releasedOn;
        }
    }

    /** @param assistance record of the help that resolved the request, if there is one */
    @StoredAs("support-request.resolved.v1")
    record SupportRequestResolved(
            SupportRequestId request,
            UnitId unit,
            TeamId team,
            MemberId member,
            RequestOutcome outcome,
            @Nullable AssistanceId assistance,
            LocalDate resolvedOn)
            implements Charged, Dated {

        @Override
        public LocalDate happenedOn() {
            return resolvedOn;
        }
    }

    /** Resolved after its due day: a flagged state, not an error. */
    @StoredAs("support-request.flagged-late.v1")
    record SupportRequestFlaggedLate(
            SupportRequestId request, UnitId unit, TeamId team, LocalDate dueOn, LocalDate resolvedOn)
            implements SupportRequestEvent, Dated, Flagging {

        @Override
        public LocalDate happenedOn() {
            return resolvedOn;
        }

        @Override
        public Optional<Flag> flag() {
            return REQUEST_IS_RESOLVED_LATE.with(dueOn, resolvedOn);
        }
    }

    /** @param team team in charge; absent if there was none. The explanation in words is in the commit */
    @StoredAs("support-request.declined.v1")
    record SupportRequestDeclined(
            SupportRequestId request, UnitId unit, @Nullable TeamId team, DeclineReason why, LocalDate declinedOn)
            implements SupportRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return declinedOn;
        }
    }

    /**
     * The closed request is open again and waits for a member.
     *
     * @param team  team in charge when it was closed; absent if there was none
     * @param dueOn the new due day
     */
    @StoredAs("support-request.reopened.v1")
    record SupportRequestReopened(
            SupportRequestId request, UnitId unit, @Nullable TeamId team, LocalDate reopenedOn, LocalDate dueOn)
            implements SupportRequestEvent, Dated {

        @Override
        public LocalDate happenedOn() {
            return reopenedOn;
        }
    }
}
