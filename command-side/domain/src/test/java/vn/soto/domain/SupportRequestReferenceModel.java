package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.SampleCommune.TODAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestDeclined;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestFlaggedLate;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReleased;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReopened;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestResolved;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestTaken;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.shared.Command;
import vn.soto.domain.support.SupportRequestCommand;
import vn.soto.domain.support.SupportRequestCommand.DeclineSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReleaseSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ReopenSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.ResolveSupportRequest;
import vn.soto.domain.support.SupportRequestCommand.TakeSupportRequest;

/** Expected state of each request for support, beside the {@link ReferenceModel}, and whether a command must be accepted. */
final class SupportRequestReferenceModel {

    private static final int DAYS = 5;

    private final ReferenceModel reference;
    private final Map<SupportRequestId, Known> requests = new HashMap<>();

    SupportRequestReferenceModel(ReferenceModel reference) {
        this.reference = reference;
    }

    enum State {
        WAITING,
        TAKEN,
        CLOSED
    }

    /** @param last day of the step before */
    record Known(
            UnitId unit,
            State state,
            LocalDate last,
            LocalDate due,
            @Nullable TeamId team,
            @Nullable MemberId member) {}

    /** Whether a command must be accepted. */
    boolean accepts(Command command) {
        if (command instanceof ReceiveSupportRequest receive) {
            return !requests.containsKey(receive.request())
                    && !receive.receivedOn().isAfter(TODAY);
        }
        SupportRequestCommand about = (SupportRequestCommand) command;
        Known known = requests.get(about.request());
        return known != null
                && !day(about).isAfter(TODAY)
                && !day(about).isBefore(known.last)
                && switch (about) {
                    case ReceiveSupportRequest receive -> false;
                    case TakeSupportRequest take ->
                        known.state == State.WAITING
                                && reference
                                        .teamOf(take.team())
                                        .formed
                                        .coverage()
                                        .contains(known.unit)
                                && reference.teamOf(take.team()).wasMember(take.member(), take.takenOn());
                    case ReleaseSupportRequest release -> known.state == State.TAKEN;
                    case ResolveSupportRequest resolve ->
                        known.state == State.TAKEN
                                && reference
                                        .teamOf(Objects.requireNonNull(known.team))
                                        .wasMember(Objects.requireNonNull(known.member), resolve.resolvedOn());
                    case DeclineSupportRequest decline -> known.state != State.CLOSED;
                    case ReopenSupportRequest reopen -> known.state == State.CLOSED;
                };
    }

    private static LocalDate day(SupportRequestCommand command) {
        return switch (command) {
            case ReceiveSupportRequest receive -> receive.receivedOn();
            case TakeSupportRequest take -> take.takenOn();
            case ReleaseSupportRequest release -> release.releasedOn();
            case ResolveSupportRequest resolve -> resolve.resolvedOn();
            case DeclineSupportRequest decline -> decline.declinedOn();
            case ReopenSupportRequest reopen -> reopen.reopenedOn();
        };
    }

    /** Takes the events of one commit; fails at the first that does not fit. */
    void commit(List<DomainEvent> events) {
        events.forEach(event -> {
            if (event instanceof SupportRequestEvent of) {
                on(of, events);
            }
        });
    }

    private void on(SupportRequestEvent event, List<DomainEvent> commit) {
        if (event instanceof SupportRequestReceived received) {
            assertThat(requests).doesNotContainKey(event.request());
            assertThat(received.dueOn()).isEqualTo(received.receivedOn().plusDays(DAYS));
            write(event, State.WAITING, received.receivedOn(), received.dueOn(), null, null);
        } else {
            on(event, Objects.requireNonNull(requests.get(event.request())), commit);
        }
    }

    private void on(SupportRequestEvent event, Known known, List<DomainEvent> commit) {
        switch (event) {
            case SupportRequestReceived received -> throw new AssertionError("received twice: " + received);
            case SupportRequestTaken taken ->
                write(event, State.TAKEN, taken.takenOn(), known.due, taken.team(), taken.member());
            case SupportRequestReleased released -> {
                assertThat(List.of(released.team(), released.member()))
                        .isEqualTo(List.of(Objects.requireNonNull(known.team), Objects.requireNonNull(known.member)));
                write(event, State.WAITING, released.releasedOn(), known.due, null, null);
            }
            case SupportRequestResolved resolved -> {
                assertThat(commit.stream().anyMatch(SupportRequestFlaggedLate.class::isInstance))
                        .isEqualTo(resolved.resolvedOn().isAfter(known.due));
                write(event, State.CLOSED, resolved.resolvedOn(), known.due, resolved.team(), resolved.member());
            }
            case SupportRequestFlaggedLate late -> assertThat(late.dueOn()).isEqualTo(known.due);
            case SupportRequestDeclined declined -> {
                assertThat(declined.team()).isEqualTo(known.team);
                write(event, State.CLOSED, declined.declinedOn(), known.due, known.team, known.member);
            }
            case SupportRequestReopened reopened -> {
                assertThat(reopened.team()).isEqualTo(known.team);
                assertThat(reopened.dueOn()).isEqualTo(reopened.reopenedOn().plusDays(DAYS));
                write(event, State.WAITING, reopened.reopenedOn(), reopened.dueOn(), null, null);
            }
        }
    }

    private void write(
            SupportRequestEvent event,
            State state,
            LocalDate last,
            LocalDate due,
            @Nullable TeamId team,
            @Nullable MemberId member) {
        requests.put(event.request(), new Known(event.unit(), state, last, due, team, member));
    }
}
