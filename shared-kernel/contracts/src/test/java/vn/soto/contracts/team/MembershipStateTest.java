package vn.soto.contracts.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.shared.Instrument;
import vn.soto.contracts.team.MembershipState.Suspension;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipCorrected;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.unit.UnitId;

final class MembershipStateTest {

    private static final TeamId TEAM = new TeamId("team");
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId MINH = new MemberId("minh");
    private static final Instrument DECISION = new Instrument("12/QĐ-UBND", LocalDate.of(2026, 1, 5));
    private static final TeamFormed FORMED = new TeamFormed(
            TEAM,
            "Tổ 1",
            DECISION,
            List.of(new UnitId("u")),
            List.of(
                    new FoundingMember(LAN, MemberOrigin.NEIGHBOURHOOD_HEAD),
                    new FoundingMember(MINH, MemberOrigin.TEACHER)),
            LAN,
            day(10));

    private List<MembershipState> memberships = List.of();

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 1, day);
    }

    private void on(TeamEvent... events) {
        for (TeamEvent event : events) {
            memberships = MembershipState.after(event, memberships);
        }
    }

    @Test
    void beginsWithTheTeamOrWithAnEnrolment() {
        on(FORMED, new MemberEnrolled(TEAM, new MemberId("hoa"), MemberOrigin.OTHER, day(20)));

        assertThat(memberships)
                .containsExactly(
                        new MembershipState(LAN, MemberOrigin.NEIGHBOURHOOD_HEAD, day(10), null, List.of()),
                        new MembershipState(MINH, MemberOrigin.TEACHER, day(10), null, List.of()),
                        new MembershipState(new MemberId("hoa"), MemberOrigin.OTHER, day(20), null, List.of()));
    }

    @Test
    void endsAndASuspensionThatLastsEndsWithIt() {
        on(FORMED, new MemberSuspended(TEAM, MINH, day(12)));
        on(new MembershipEnded(TEAM, MINH, EndReason.RESIGNED, day(15)));

        MembershipState minh = memberships.getLast();
        assertThat(minh.until()).isEqualTo(day(15));
        assertThat(minh.suspensions()).containsExactly(new Suspension(day(12), day(15)));
        assertThat(minh.includes(day(15))).isTrue();
        assertThat(minh.includes(day(16))).isFalse();
        assertThat(memberships.getFirst().until()).isNull();
    }

    @Test
    void endsOnTheDaySaidLast() {
        on(FORMED, new MembershipEnded(TEAM, MINH, EndReason.RESIGNED, day(20)));
        on(new MembershipEnded(TEAM, MINH, EndReason.RESIGNED, day(18)));

        assertThat(memberships.getLast().until()).isEqualTo(day(18));
    }

    @Test
    void isChangedByNothingMoreOnceItNeverWas() {
        MembershipState takenBack = new MembershipState(MINH, MemberOrigin.TEACHER, day(10), day(9), List.of());

        assertThat(takenBack.isChangedBy(
                        new MembershipCorrected(TEAM, MINH, day(10), MemberOrigin.TEACHER, day(12), null)))
                .isFalse();
    }

    @Test
    void isOneOfSeveralOfAPersonWhoReturns() {
        on(FORMED, new MembershipEnded(TEAM, MINH, EndReason.RESIGNED, day(15)));
        on(new MemberEnrolled(TEAM, MINH, MemberOrigin.OTHER, day(20)));
        on(new MembershipCorrected(TEAM, MINH, day(10), MemberOrigin.TEACHER, day(11), day(14)));

        assertThat(memberships)
                .filteredOn(membership -> membership.member().equals(MINH))
                .containsExactly(
                        new MembershipState(MINH, MemberOrigin.TEACHER, day(11), day(14), List.of()),
                        new MembershipState(MINH, MemberOrigin.OTHER, day(20), null, List.of()));
    }

    @Test
    void isNotActiveWhileSuspended() {
        on(FORMED, new MemberSuspended(TEAM, MINH, day(12)), new MemberResumed(TEAM, MINH, day(14)));

        MembershipState minh = memberships.getLast();
        assertThat(minh.isActiveOn(day(11))).isTrue();
        assertThat(minh.isActiveOn(day(12))).isFalse();
        assertThat(minh.isActiveOn(day(13))).isFalse();
        assertThat(minh.isActiveOn(day(14))).isTrue();
    }

    @Test
    void forgetsASuspensionThatNeverTookPlace() {
        on(FORMED, new MemberSuspended(TEAM, MINH, day(20)));
        on(new MembershipEnded(TEAM, MINH, EndReason.RESIGNED, day(15)));

        assertThat(memberships.getLast().suspensions()).isEmpty();
    }

    @Test
    void saysWhomAnEventConcerns() {
        assertThat(MembershipState.changedBy(FORMED)).containsExactlyInAnyOrder(LAN, MINH);
        assertThat(MembershipState.changedBy(new MemberResumed(TEAM, MINH, day(14))))
                .containsExactly(MINH);
        assertThat(MembershipState.changedBy(new TeamRenamed(TEAM, "Tổ 2", DECISION, day(14))))
                .isEmpty();
    }

    @Test
    void staysAsItIsAfterWhatConcernsSomebodyElse() {
        on(FORMED);
        List<MembershipState> before = memberships;
        on(new TeamRenamed(TEAM, "Tổ 2", DECISION, day(14)), new MemberSuspended(TEAM, new MemberId("hoa"), day(14)));

        assertThat(memberships).isEqualTo(before);
    }
}
