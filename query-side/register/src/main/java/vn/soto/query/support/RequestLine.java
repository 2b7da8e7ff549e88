package vn.soto.query.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.support.RequestSource;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * A request in one line.
 *
 * @param overdue whether it is open and past its due day on the day of the answer
 * @param team    team of the {@code member} in charge, or in charge at its closing
 * @param closedOn day on which it was resolved or declined; absent while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestLine(
        SupportRequestId request,
        UnitId unit,
        @Nullable HouseholdId household,
        RequestSource source,
        List<ServiceCategory> topics,
        SupportRequest.State state,
        LocalDate receivedOn,
        LocalDate dueOn,
        boolean overdue,
        @Nullable TeamId team,
        @Nullable MemberId member,
        @Nullable LocalDate closedOn) {

    static RequestLine of(Queues.Known known, LocalDate day) {
        SupportRequest request = known.request();
        SupportRequest.Step step = known.step();
        return new RequestLine(
                new SupportRequestId(request.id()),
                request.unit(),
                request.household(),
                request.source(),
                request.topics(),
                step.state(),
                request.receivedOn(),
                step.dueOn(),
                step.overdueOn(day),
                step.team(),
                step.member(),
                step.isOpen() ? null : step.on());
    }
}
