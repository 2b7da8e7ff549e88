package vn.soto.query.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.IdOf;

/**
 * An account on a day.
 *
 * @param member member of teams whom it belongs to; absent if it belongs to no member
 * @param holder holder of an office whom it belongs to; absent if it belongs to none
 * @param rights rights of the account on the day
 * @param coming grants of later days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountLine(
        @IdOf(IdKind.ACCOUNT) String account,
        @Nullable MemberId member,
        @Nullable String holder,
        List<RightLine> rights,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ComingRight> coming) {

    private static final LinkedPerson NOBODY = new LinkedPerson(null, null);

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ComingRight(
            LocalDate from,
            Role role,
            @Nullable UnitId unit,
            @Nullable OrganisationId organisation,
            String grant) {

        static ComingRight of(AccountState.Grant grant) {
            return new ComingRight(
                    grant.from(),
                    grant.role(),
                    grant.area().unit(),
                    grant.area().organisation(),
                    grant.id().value());
        }
    }

    static AccountLine of(AccountState account, Rights rights, LocalDate day) {
        LinkedPerson person = account.personOn(day).orElse(NOBODY);
        return new AccountLine(
                account.account().value(),
                person.member(),
                text(person.holder()),
                rights.all().stream().map(right -> RightLine.of(right, account)).toList(),
                account.grants().stream()
                        .filter(grant -> grant.from().isAfter(day) && grant.lasts(day))
                        .map(ComingRight::of)
                        .toList());
    }

    static @Nullable String text(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
