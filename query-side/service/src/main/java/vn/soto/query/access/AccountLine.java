package vn.soto.query.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.HolderId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.access.Rights;
import vn.soto.contracts.team.MemberId;

/**
 * An account on a day.
 *
 * @param member member of teams whom it belongs to; absent if it belongs to no member
 * @param holder holder of an office whom it belongs to; absent if it belongs to none
 * @param rights what it may do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountLine(
        String account,
        @Nullable MemberId member,
        @Nullable HolderId holder,
        List<RightLine> rights) {

    static AccountLine of(AccountState account, Rights rights, LocalDate day) {
        LinkedPerson person = account.personOn(day).orElse(NOBODY);
        return new AccountLine(
                account.account().value(),
                person.member(),
                person.holder(),
                rights.all().stream().map(right -> RightLine.of(right, account)).toList());
    }

    private static final LinkedPerson NOBODY = new LinkedPerson(null, null);
}
