package vn.soto.query.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.GrantApproval;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.subject.Doer;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An account on a day, and everything that was ever decided about it.
 *
 * @param on      the day
 * @param inForce whether the ledger says what accounts may do; false before its first grant, when sign-in does
 * @param grants  all grants in the order in which they were recorded
 * @param persons all persons it belonged to, likewise
 * @param unconfirmed teams of its person where it has no right until somebody who reaches the team confirms whose account it is
 * @param others  other accounts of its person on the day
 */
record AccountView(
        @JsonUnwrapped AccountLine account,
        LocalDate on,
        boolean inForce,
        List<GrantLine> grants,
        List<LinkLine> persons,
        List<UnconfirmedTeam> unconfirmed,
        List<AccountRights.OtherAccount> others) {

    record UnconfirmedTeam(TeamId team) {}

    /** The status of a grant or a link on a day. */
    enum DayStatus {
        /** Its first day is after the day. */
        PLANNED,
        IN_FORCE,
        ENDED,
        /** It was taken back as a whole. */
        TAKEN_BACK;

        static DayStatus on(LocalDate day, LocalDate from, @Nullable LocalDate until) {
            if (until != null && until.isBefore(from)) {
                return TAKEN_BACK;
            }
            if (day.isBefore(from)) {
                return PLANNED;
            }
            return until == null || !day.isAfter(until) ? IN_FORCE : ENDED;
        }
    }

    /**
     * A decision about the account.
     *
     * @param by      account that decided in {@code commit}; for the first administrator the system
     * @param why     label of the reason; absent if none was given
     * @param whyText the words beside it, if the reader may read them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecisionLine(
            @IdOf(IdKind.COMMIT) long commit,
            Instant at,
            @Doer String by,
            @Nullable String why,
            @Nullable String whyText) {}

    /** @param changes later decisions about the days of the grant, oldest first */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record GrantLine(
            String grant,
            Role role,
            @Nullable UnitId unit,
            @Nullable OrganisationId organisation,
            LocalDate from,
            @Nullable LocalDate until,
            DayStatus standing,
            GrantApproval approval,
            @Nullable String instrument,
            @Nullable LocalDate signedOn,
            DecisionLine granted,
            List<DecisionLine> changes) {}

    /**
     * The person to whom the account belongs.
     *
     * @param within  units in whose teams the link gives rights; absent if it does everywhere
     * @param changes later decisions about the link, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkLine(
            @Nullable MemberId member,
            @Nullable String holder,
            LocalDate from,
            @Nullable LocalDate until,
            DayStatus standing,
            @Nullable List<WithinUnit> within,
            DecisionLine linked,
            List<DecisionLine> changes) {}

    /** A unit where a link gives rights. */
    record WithinUnit(UnitId unit) {}
}
