package vn.soto.query.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.AccountState.Grant;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.access.Scope;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

/**
 * A right of an account on a day: a role within a scope, and why the account has it. A right without unit, team and
 * organisation reaches everything.
 *
 * @param unit     unit that it reaches, with the units below
 * @param cause    origin of the right
 * @param grant    grant that it follows from; absent if it follows from a membership
 * @param until    last day of that grant; absent while no end is known
 * @param approval how many persons the grant took: one that took one person, though it gives a right to approve, is marked by
 *                 it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RightLine(
        Role role,
        @Nullable UnitId unit,
        @Nullable TeamId team,
        @Nullable OrganisationId organisation,
        Because cause,
        @Nullable String grant,
        @Nullable LocalDate until,
        @Nullable GrantApproval approval) {

    /** The origin of a right. */
    public enum Because {
        GRANT,
        MEMBERSHIP,
        LEADERSHIP,
        /** Sign-in asserts the role, and the ledger has no grants. */
        SIGN_IN
    }

    static RightLine of(Right right, AccountState account) {
        return right.cause() instanceof Right.Cause.Granted(var grant)
                ? of(right, Because.GRANT, account.grant(grant).orElseThrow())
                : of(right, because(right), null);
    }

    /** The origin of a right. */
    public static Because because(Right right) {
        return switch (right.cause()) {
            case Right.Cause.Granted _ -> Because.GRANT;
            case Right.Cause.MemberOf _ -> Because.MEMBERSHIP;
            case Right.Cause.LeaderOf _ -> Because.LEADERSHIP;
            case Right.Cause.Asserted _ -> Because.SIGN_IN;
        };
    }

    private static RightLine of(Right right, Because cause, @Nullable Grant grant) {
        return new RightLine(
                right.role(),
                right.scope() instanceof Scope.InUnit in ? in.unit() : null,
                right.scope() instanceof Scope.OfTeam of ? of.team() : null,
                right.scope() instanceof Scope.OfOrganisation of ? of.organisation() : null,
                cause,
                grant == null ? null : grant.id().value(),
                grant == null ? null : grant.until(),
                grant == null ? null : grant.approval());
    }
}
