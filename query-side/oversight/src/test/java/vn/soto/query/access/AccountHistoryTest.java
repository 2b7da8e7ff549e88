package vn.soto.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccessEvent.AccountLinked;
import vn.soto.contracts.access.AccessEvent.AccountUnlinked;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.LinkedPerson;
import vn.soto.contracts.team.MemberId;
import vn.soto.query.access.AccountView.DecisionLine;
import vn.soto.query.access.AccountView.LinkLine;
import vn.soto.query.testing.EventLog;

final class AccountHistoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final AccountId ACCOUNT = new AccountId("phone");
    private static final LinkedPerson LAN = LinkedPerson.of(new MemberId("lan"));
    private static final LinkedPerson HUNG = LinkedPerson.of(new MemberId("hung"));

    private final EventLog log = new EventLog();

    /** The link that was recorded last never held, and that before it ends on another day. */
    @Test
    void anUnlinkStandsUnderTheLinkThatItEnded() {
        AccountHistory history = new AccountHistory(
                ACCOUNT, commit -> new DecisionLine(commit.number(), commit.at(), commit.actor(), null, null));
        for (var event : List.of(
                new AccountLinked(ACCOUNT, LAN, DAY),
                new AccountUnlinked(ACCOUNT, LAN, DAY.plusDays(9), null),
                new AccountLinked(ACCOUNT, HUNG, DAY.plusDays(10)),
                new AccountUnlinked(ACCOUNT, HUNG, DAY.plusDays(9), null),
                new AccountUnlinked(ACCOUNT, LAN, DAY.plusDays(5), null))) {
            history.add(event, log.write(event));
        }

        List<LinkLine> links = history.links(DAY);
        assertThat(links).extracting(LinkLine::until).containsExactly(DAY.plusDays(5), DAY.plusDays(9));
        assertThat(links)
                .extracting(link ->
                        link.changes().stream().map(DecisionLine::commit).toList())
                .containsExactly(List.of(2L, 5L), List.of(4L));
    }
}
