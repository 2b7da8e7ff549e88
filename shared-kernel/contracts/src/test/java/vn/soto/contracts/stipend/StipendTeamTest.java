package vn.soto.contracts.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceConfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceFlaggedUnconfirmed;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;

final class StipendTeamTest {

    private static final TeamId TEAM = new TeamId("team");
    private static final AssistanceId HELP = new AssistanceId("a-1");
    private static final Beneficiary WHOM = Beneficiary.walkIn(new UnitId("hamlet"));
    private static final StipendPeriod JUNE = StipendPeriod.of(YearMonth.of(2026, 6));

    private final StipendTeam team = new StipendTeam(TEAM);

    @Test
    void helpOfAFormerMemberIsWorkOnceSomebodyHasConfirmedIt() {
        team.add(
                1,
                new AssistanceRecorded(
                        HELP,
                        TEAM,
                        WHOM,
                        List.of(new CreditShare(new MemberId("lan"), 100)),
                        new AssistanceContent(
                                List.of(new ServiceCode("service")),
                                Channel.HOME_VISIT,
                                Mode.DEMONSTRATED,
                                Instant.parse("2026-06-10T02:00:00Z")),
                        List.of(),
                        null,
                        null));
        assertThat(team.didSomething(JUNE)).isTrue();

        team.add(1, new AssistanceFlaggedUnconfirmed(HELP, TEAM, WHOM, new AccountId("lan")));
        assertThat(team.didSomething(JUNE)).isFalse();

        team.add(2, new AssistanceConfirmed(HELP, TEAM, WHOM));
        assertThat(team.didSomething(JUNE)).isTrue();
    }
}
