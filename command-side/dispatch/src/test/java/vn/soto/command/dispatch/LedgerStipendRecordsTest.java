package vn.soto.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceVoided;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.assistance.Beneficiary;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.MobilisationEvent.MobilisationRecorded;
import vn.soto.contracts.stipend.Shift;
import vn.soto.contracts.team.FoundingMember;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.stipend.StipendRecords.Recorded;

final class LedgerStipendRecordsTest extends AppendedEvents {

    private static final TeamId TEAM = new TeamId("team-1");
    private static final TeamId OTHER = new TeamId("team-2");
    private static final UnitId UNIT = new UnitId("u-1");
    private static final MemberId LAN = new MemberId("lan");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 12);
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", DAY);

    private final LedgerStipendRecords records = new LedgerStipendRecords(new TeamIndex(ledger, CODEC));

    private Recorded recorded(DomainEvent event) {
        append(event);
        return new Recorded(ledger.tail().number(), event);
    }

    private static TeamFormed formed(TeamId team) {
        return new TeamFormed(
                team,
                "Tổ",
                DECISION,
                List.of(UNIT),
                List.of(new FoundingMember(LAN, MemberOrigin.NEIGHBOURHOOD_HEAD)),
                LAN,
                DAY.minusMonths(5));
    }

    private static AssistanceRecorded help(String id, LocalDate day) {
        return new AssistanceRecorded(
                new AssistanceId(id),
                TEAM,
                Beneficiary.of(new HouseholdId("h-1"), UNIT),
                List.of(),
                new AssistanceContent(
                        List.of(new ServiceCode("vneid")),
                        Channel.HOME_VISIT,
                        Mode.DEMONSTRATED,
                        VietnamTime.start(day)),
                List.of(ServiceCategory.VNEID),
                null,
                null);
    }

    @Test
    void haveEachEventOfTheTeamOnceAndInOrderUpToACommit() {
        Recorded foundation = recorded(formed(TEAM));
        append(formed(OTHER));
        append(help("a-0", DAY.minusMonths(3)));
        Recorded first = recorded(help("a-1", DAY));
        append(new TeamRenamed(TEAM, "Tổ 1", DECISION, DAY));
        Recorded day = recorded(new MobilisationRecorded(TEAM, LAN, DAY, Shift.DAY, DECISION, null));
        Recorded voided = recorded(
                new AssistanceVoided(new AssistanceId("a-1"), TEAM, Beneficiary.of(new HouseholdId("h-1"), UNIT)));
        Recorded enrolled = recorded(new MemberEnrolled(TEAM, new MemberId("mai"), MemberOrigin.YOUTH_UNION, DAY));

        YearMonth month = YearMonth.from(DAY);
        assertThat(records.of(TEAM, month, ledger.tail().number()))
                .containsExactly(foundation, first, day, voided, enrolled);
        assertThat(records.of(TEAM, month, day.commit())).containsExactly(foundation, first, day);
        assertThat(records.of(OTHER, month, ledger.tail().number()))
                .extracting(Recorded::event)
                .containsExactly(formed(OTHER));
    }
}
