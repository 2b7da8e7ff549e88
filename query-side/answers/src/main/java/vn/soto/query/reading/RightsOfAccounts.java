package vn.soto.query.reading;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** The rights that the ledger gives to accounts, as known at a commit. */
public interface RightsOfAccounts {

    /** The state of an account; empty if the ledger has no event of it. */
    Optional<AccountState> state(AccountId account, long asOf);

    /** The rights of an account in this state. */
    Rights granted(AccountState account, LocalDate day, long asOf);

    /** The days of the membership from which a right comes. */
    HeldRights.Days membership(TeamId team, MemberId member, LocalDate day, long asOf);

    /** Whether somebody has a right to approve on one of the units. */
    boolean isAnyToApproveIn(Set<String> units, LocalDate day, long asOf);
}
