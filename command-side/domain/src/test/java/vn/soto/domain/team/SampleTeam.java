package vn.soto.domain.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.MemberEnrolled;
import vn.soto.contracts.team.TeamEvent.MemberResumed;
import vn.soto.contracts.team.TeamEvent.MemberSuspended;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.contracts.team.TeamEvent.TeamDissolved;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.domain.EmptyRepositoryProvider;
import vn.soto.domain.EnteredValuesInterceptor;
import vn.soto.domain.SampleCommune;
import vn.soto.domain.household.CoWrittenCaseloads;
import vn.soto.domain.person.CoWrittenPersonalData;
import vn.soto.domain.policy.Policies;
import vn.soto.domain.shared.CoWrittenAggregates;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.ReadOnlyAggregates;

/** The sample team alone, and its events: Lan leads, Hùng and Mai are members. */
abstract class SampleTeam extends SampleCommune {

    final AggregateTestFixture<Team> team = fixture();

    private static AggregateTestFixture<Team> fixture() {
        AggregateTestFixture<Team> fixture = new AggregateTestFixture<>(Team.class);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
        fixture.registerCommandHandlerInterceptor(new EnteredValuesInterceptor(Clock.fixed(NOW, ZoneOffset.UTC)));
        fixture.registerInjectableResource(Policies.always(DefaultPolicy.standard()));
        fixture.registerInjectableResource(new ReadOnlyAggregates(new EmptyRepositoryProvider()));
        fixture.registerInjectableResource(new CoWrittenAggregates(new EmptyRepositoryProvider()));
        fixture.registerInjectableResource(
                new CoWrittenPersonalData(new CoWrittenAggregates(new EmptyRepositoryProvider())));
        fixture.registerInjectableResource(
                new CoWrittenCaseloads(team -> List.of(), new CoWrittenAggregates(new EmptyRepositoryProvider())));
        return fixture;
    }

    static TeamFormed formed() {
        return new TeamFormed(TEAM, "Tổ 1", signedOn(FOUNDED), List.of(HAMLET), founding(LAN, HUNG, MAI), LAN, FOUNDED);
    }

    static MemberEnrolled enrolled(MemberId member, LocalDate from) {
        return new MemberEnrolled(TEAM, member, MemberOrigin.TEACHER, from);
    }

    static MembershipEnded ended(MemberId member, LocalDate lastDay) {
        return new MembershipEnded(TEAM, member, EndReason.MOVED_AWAY, lastDay);
    }

    static LeaderAppointed led(MemberId member, LocalDate from) {
        return new LeaderAppointed(TEAM, member, from);
    }

    static DeputyAppointed deputy(MemberId member, LocalDate from) {
        return new DeputyAppointed(TEAM, member, from);
    }

    static MemberSuspended suspended(MemberId member, LocalDate from) {
        return new MemberSuspended(TEAM, member, from);
    }

    static MemberResumed resumed(MemberId member, LocalDate from) {
        return new MemberResumed(TEAM, member, from);
    }

    static TeamDissolved dissolved(LocalDate lastDay) {
        return new TeamDissolved(TEAM, signedOn(FOUNDED), lastDay, null);
    }
}
