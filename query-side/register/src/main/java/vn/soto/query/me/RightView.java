package vn.soto.query.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.access.RightLine;
import vn.soto.query.reading.HeldRights;
import vn.soto.web.EndpointRight;

/**
 * A right of an account.
 *
 * @param everywhere   whether it reaches the whole ledger; otherwise one of {@code unit}, {@code team} and {@code organisation} is there
 * @param from         first day; absent if it has none
 * @param until        last day; absent while none is known
 * @param cause        origin of the right
 * @param grant        the grant, if it was granted
 * @param may          rights that endpoints ask for and the role gives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RightView(
        Role role,
        boolean everywhere,
        @Nullable UnitId unit,
        @Nullable TeamId team,
        @Nullable OrganisationId organisation,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        RightLine.Because cause,
        @Nullable String grant,
        List<EndpointRight> may) {

    static RightView of(Right right, HeldRights held) {
        return of(right, held.days(right));
    }

    static RightView of(Right right, HeldRights.Days days) {
        Scope scope = right.scope();
        return new RightView(
                right.role(),
                scope instanceof Scope.Everywhere,
                scope instanceof Scope.InUnit(var unit) ? unit : null,
                scope instanceof Scope.OfTeam(var team) ? team : null,
                scope instanceof Scope.OfOrganisation(var organisation) ? organisation : null,
                days.from(),
                days.until(),
                RightLine.because(right),
                right.cause() instanceof Right.Cause.Granted(var grant) ? grant.value() : null,
                Arrays.stream(EndpointRight.values())
                        .filter(each -> each.roles().contains(right.role()))
                        .toList());
    }
}
