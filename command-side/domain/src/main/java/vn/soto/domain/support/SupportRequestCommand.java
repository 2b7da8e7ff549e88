package vn.soto.domain.support;

import static vn.soto.contracts.access.Role.LEADER;
import static vn.soto.contracts.access.Role.MEMBER;
import static vn.soto.contracts.access.Role.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.DeclineReason;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.shared.Corrects;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.Introduces;
import vn.soto.domain.shared.OwnRecord;
import vn.soto.domain.shared.ReasonList;
import vn.soto.domain.shared.Reasons;

/** Commands to a support request. */
public sealed interface SupportRequestCommand extends Command {

    SupportRequestId request();

    /**
     * Records a received request. Its sealed data belong to the household if it is known, else to the request itself.
     *
     * @param household household of the requester, if known; the request then has its unit
     * @param unit      residential unit from which the request comes, if the household is not known
     * @param topics    topics of the request
     * @param requesterName name of the requester
     */
    @ClientCommand(
            as = "receive-support-request",
            at = "requests",
            by = {OFFICER, LEADER, MEMBER})
    record ReceiveSupportRequest(
            @DataSubject @Nullable HouseholdId household,

            @DataSubject @TargetAggregateIdentifier @Introduces
            SupportRequestId request,

            @Nullable UnitId unit,
            RequestSource source,
            List<ServiceCategory> topics,
            LocalDate receivedOn,
            @Nullable Sealed requesterName,
            @Nullable Sealed phone,
            @Nullable Sealed note)
            implements SupportRequestCommand {

        public ReceiveSupportRequest {
            topics = List.copyOf(topics);
        }
    }

    /** A member takes charge of the request. */
    @ClientCommand(
            as = "take-support-request",
            at = "requests/{request}/take",
            by = {OFFICER, LEADER, MEMBER})
    @Corrects(ReleaseSupportRequest.class)
    record TakeSupportRequest(
            @TargetAggregateIdentifier SupportRequestId request, TeamId team, MemberId member, LocalDate takenOn)
            implements SupportRequestCommand {}

    /** Releases the request, so that another member can take it. */
    @ClientCommand(
            as = "release-support-request",
            at = "requests/{request}/release",
            by = {OFFICER, LEADER, MEMBER})
    @Corrects(TakeSupportRequest.class)
    record ReleaseSupportRequest(@TargetAggregateIdentifier SupportRequestId request, LocalDate releasedOn)
            implements SupportRequestCommand {}

    /** @param assistance the team's record of the help that resolved it */
    @ClientCommand(
            as = "resolve-support-request",
            at = "requests/{request}/resolve",
            by = {OFFICER, LEADER, MEMBER})
    record ResolveSupportRequest(
            @TargetAggregateIdentifier SupportRequestId request,
            RequestOutcome outcome,
            @Nullable AssistanceId assistance,
            LocalDate resolvedOn)
            implements SupportRequestCommand {}

    /** @param reason explanation in words, in addition to {@code why} */
    @Reasons(ReasonList.DECLINE)
    @ClientCommand(
            as = "decline-support-request",
            at = "requests/{request}/decline",
            by = {OFFICER, LEADER})
    record DeclineSupportRequest(
            @TargetAggregateIdentifier SupportRequestId request, DeclineReason why, String reason, LocalDate declinedOn)
            implements SupportRequestCommand, HasReason {}

    /**
     * Reopens a resolved or declined request, with a new due day.
     *
     * @param by member who closed it and opens it again; required from a member without an officer
     */
    @Reasons(ReasonList.REOPENING)
    @ClientCommand(
            as = "reopen-support-request",
            at = "requests/{request}/reopen",
            by = {OFFICER, LEADER},
            own = MEMBER)
    @Corrects({DeclineSupportRequest.class, ResolveSupportRequest.class})
    record ReopenSupportRequest(
            @TargetAggregateIdentifier SupportRequestId request,
            LocalDate reopenedOn,
            @Nullable MemberId by,
            String reason)
            implements SupportRequestCommand, HasReason, OwnRecord {

        @Override
        public String record() {
            return request.value();
        }

        /** The account that closed it, each time, may open it again. */
        @Override
        public boolean isStatedBy(DomainEvent event) {
            return event instanceof SupportRequestResolved || event instanceof SupportRequestDeclined;
        }
    }

    /**
     * The places that commands to support requests touch: the unit that the request comes from, and the team in charge.
     */
    @Override
    default List<CommandPlace> touches() {
        CommandPlace request = new CommandPlace.OfRequest(request());
        return switch (this) {
            case ReceiveSupportRequest receive ->
                Stream.concat(
                                Stream.ofNullable(receive.household()).map(CommandPlace.OfHousehold::new),
                                Stream.ofNullable(receive.unit()).map(CommandPlace.InUnit::new))
                        .<CommandPlace>map(place -> place)
                        .toList();
            case TakeSupportRequest take -> List.of(request, new CommandPlace.OfTeam(take.team()));
            case ReleaseSupportRequest _, ResolveSupportRequest _, DeclineSupportRequest _, ReopenSupportRequest _ ->
                List.of(request);
        };
    }
}
