package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.Race.REFUSED;
import static vn.soto.domain.Race.THREADS;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.outreach.CountBasis;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.outreach.OutreachEvent.OutreachCancelled;
import vn.soto.contracts.outreach.OutreachEvent.OutreachHeld;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.RequestOutcome;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.EndReason;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.team.TeamEvent.MembershipEnded;
import vn.soto.domain.outreach.OutreachCommand.CancelOutreach;
import vn.soto.domain.outreach.OutreachCommand.HoldOutreach;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;
import vn.soto.domain.team.TeamCommand.EndMembership;
import vn.soto.domain.team.TeamCommand.EnrolMember;

/** Tests each rule of outreach and support requests that spans aggregates with 64 concurrent threads. */
@Tag("threads")
final class OutreachRaceTest extends SampleCommune {

    private static final int ROUNDS = Boolean.getBoolean("soto.long") ? 15 : 4;
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    private final Race race = new Race(ROUNDS);

    @Test
    void exactlyOneOfAllMembersTakesARequest() {
        race.run(
                scenario -> prepare(scenario, THREADS),
                (thread, round) -> new TakeSupportRequest(request(round), TEAM, member(thread), TODAY),
                commits -> assertThat(commits.stream()
                                .flatMap(List::stream)
                                .filter(SupportRequestTaken.class::isInstance)
                                .map(event -> ((SupportRequestTaken) event).request()))
                        .hasSize(ROUNDS)
                        .doesNotHaveDuplicates());

        assertThat(race.outcomes())
                .containsEntry("TakeSupportRequest", ROUNDS)
                .containsEntry(REFUSED, ROUNDS * (THREADS - 1));
    }

    @Test
    void nobodyWhoseMembershipHasEndedTakesOrResolvesARequest() {
        race.run(
                scenario -> prepare(scenario, ROUNDS),
                OutreachRaceTest::aboutARequest,
                OutreachRaceTest::auditRequests);

        assertThat(race.outcomes()).containsKey(REFUSED).containsEntry("EndMembership", ROUNDS);
    }

    private static Command aboutARequest(int thread, int round) {
        return switch (thread % 4) {
            case 0 ->
                thread == 32
                        ? new EndMembership(TEAM, member(round), EndReason.OTHER, YESTERDAY)
                        : new ReleaseSupportRequest(request(round), TODAY);
            case 1 -> new ResolveSupportRequest(request(round), RequestOutcome.DONE, null, TODAY);
            default -> new TakeSupportRequest(request(round), TEAM, member(round), TODAY);
        };
    }

    @Test
    void nobodyWhoseMembershipHasEndedHoldsASessionAndNoneIsHeldTwiceOrAfterItWasCancelled() {
        race.run(
                scenario -> prepare(scenario, ROUNDS),
                OutreachRaceTest::aboutASession,
                OutreachRaceTest::auditSessions);

        assertThat(race.outcomes()).containsKey(REFUSED).containsEntry("EndMembership", ROUNDS);
    }

    private static Command aboutASession(int thread, int round) {
        if (thread == 32) {
            return new EndMembership(TEAM, member(round), EndReason.OTHER, YESTERDAY);
        }
        return thread == 33
                ? new CancelOutreach(session(round), "Mưa lớn, ngập đường")
                : new HoldOutreach(
                        session(round), new Holding(TODAY, thread, CountBasis.COUNTED_LIST, List.of(member(round))));
    }

    private static void prepare(Scenario scenario, int members) {
        scenario.given(units()).given(formTeam());
        IntStream.range(0, members)
                .forEach(i -> scenario.given(new EnrolMember(TEAM, member(i), MemberOrigin.YOUTH_UNION, FOUNDED)));
        IntStream.range(0, ROUNDS)
                .forEach(round ->
                        scenario.given(receive(request(round), null, HAMLET, TODAY), schedule(session(round), NOW)));
    }

    /** In ledger order, each request has at most one member in charge, who belongs to the team on that day. */
    private static void auditRequests(List<List<DomainEvent>> commits) {
        Map<MemberId, LocalDate> gone = new HashMap<>();
        Map<SupportRequestId, MemberId> charges = new HashMap<>();
        for (DomainEvent event : commits.stream().flatMap(List::stream).toList()) {
            switch (event) {
                case MembershipEnded ended -> gone.put(ended.member(), ended.lastDay());
                case SupportRequestTaken taken -> {
                    assertThat(charges.put(taken.request(), taken.member())).isNull();
                    assertThat(gone).doesNotContainKey(taken.member());
                }
                case SupportRequestResolved resolved -> {
                    assertThat(charges.remove(resolved.request())).isEqualTo(resolved.member());
                    assertThat(gone).doesNotContainKey(resolved.member());
                }
                case SupportRequestEvent.SupportRequestReleased released ->
                    assertThat(charges.remove(released.request())).isEqualTo(released.member());
                default -> {}
            }
        }
    }

    private static void auditSessions(List<List<DomainEvent>> commits) {
        Map<MemberId, LocalDate> gone = new HashMap<>();
        Map<OutreachId, String> ended = new HashMap<>();
        for (DomainEvent event : commits.stream().flatMap(List::stream).toList()) {
            switch (event) {
                case MembershipEnded end -> gone.put(end.member(), end.lastDay());
                case OutreachHeld held -> {
                    assertThat(ended.put(held.session(), "held")).isNull();
                    assertThat(held.holding().holders()).noneMatch(gone::containsKey);
                }
                case OutreachCancelled cancelled ->
                    assertThat(ended.put(cancelled.session(), "cancelled")).isNull();
                default -> {}
            }
        }
    }

    private static SupportRequestId request(int round) {
        return new SupportRequestId("r-" + round);
    }

    private static OutreachId session(int round) {
        return new OutreachId("o-" + round);
    }

    private static MemberId member(int number) {
        return new MemberId("m-" + number);
    }
}
