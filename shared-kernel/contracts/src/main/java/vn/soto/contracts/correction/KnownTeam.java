package vn.soto.contracts.correction;

import java.time.LocalDate;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.team.MemberId;

/** A team as it is known at one point of the ledger, as far as rules about its records ask. */
public interface KnownTeam {

    boolean wasMember(MemberId member, LocalDate day);

    /** Whether the person was a member on that day, and not suspended. */
    boolean wasActive(MemberId member, LocalDate day);

    /** Whether the team worked for the place on that day. */
    boolean covers(Beneficiary place, LocalDate day);
}
