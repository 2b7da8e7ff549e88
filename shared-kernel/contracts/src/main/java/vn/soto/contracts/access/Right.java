package vn.soto.contracts.access;

import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** A role within a scope, with the fact that it follows from. */
public record Right(Role role, Scope scope, Cause cause) {

    /** Why an account has a right. */
    public sealed interface Cause {

        /** The role was granted. */
        record Granted(GrantId grant) implements Cause {}

        /** The linked person is an active member of the team. */
        record MemberOf(TeamId team, MemberId member) implements Cause {}

        /** The linked person leads the team. */
        record LeaderOf(TeamId team, MemberId member) implements Cause {}

        /** Sign-in asserted the role, and the ledger has no grant yet. */
        record Asserted() implements Cause {}
    }
}
