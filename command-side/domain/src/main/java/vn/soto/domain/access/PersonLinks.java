package vn.soto.domain.access;

import static vn.soto.domain.access.AccessRule.ACCOUNT_BELONGS_TO_A_MEMBER_OR_AN_OFFICE_HOLDER;
import static vn.soto.domain.access.AccessRule.ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME;
import static vn.soto.domain.access.AccessRule.ACCOUNT_BELONGS_TO_SOMEBODY;
import static vn.soto.domain.access.AccessRule.LINK_BEGINS_AFTER_THE_LAST_ENDED;
import static vn.soto.domain.access.AccessRule.LINK_ENDS_ON_OR_AFTER_ITS_FIRST_DAY;
import static vn.soto.domain.access.AccessRule.LINK_IS_CONFIRMED_ONCE_IN_AN_AREA;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.soto.contracts.access.AccountStage;
import vn.soto.contracts.access.AccountState;
import vn.soto.contracts.access.AccountState.Link;
import vn.soto.contracts.access.Area;
import vn.soto.domain.access.AccessCommand.LinkAccount;
import vn.soto.domain.access.AccessCommand.UnlinkAccount;
import vn.soto.domain.shared.FreeText;

/** Rules of the person that an account belongs to. */
final class PersonLinks {

    private PersonLinks() {}

    static void check(LinkAccount command, AccountState account) {
        ACCOUNT_BELONGS_TO_A_MEMBER_OR_AN_OFFICE_HOLDER.require(
                (command.member() == null) != (command.holder() == null));
        if (command.holder() != null) {
            FreeText.checkNewId(command.holder());
        }
        ACCOUNT_BELONGS_TO_ONE_PERSON_AT_A_TIME.require(
                AccountStage.open(account).isEmpty());
        account.links().stream()
                .flatMap(link ->
                        Optional.ofNullable(link.until()).filter(until -> !until.isBefore(link.from())).stream())
                .max(LocalDate::compareTo)
                .ifPresent(last -> LINK_BEGINS_AFTER_THE_LAST_ENDED.require(
                        command.effectiveFrom().isAfter(last), last));
    }

    static Link toEnd(UnlinkAccount command, AccountState account) {
        Link link = account.links().stream()
                .filter(each -> each.lasts(command.lastDay().plusDays(1)))
                .reduce((earlier, later) -> later)
                .orElseThrow(ACCOUNT_BELONGS_TO_SOMEBODY::refused);
        LINK_ENDS_ON_OR_AFTER_ITS_FIRST_DAY.require(
                !command.lastDay().isBefore(link.from().minusDays(1)), link.from());
        return link;
    }

    /** @param areas of the sender */
    static void checkConfirmation(AccountState account, List<Area> areas) {
        Link link = AccountStage.open(account).orElseThrow(ACCOUNT_BELONGS_TO_SOMEBODY::refused);
        LINK_IS_CONFIRMED_ONCE_IN_AN_AREA.require(AccountStage.isConfirmable(link, areas));
    }
}
