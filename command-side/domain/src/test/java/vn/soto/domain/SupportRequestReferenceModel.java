package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.domain.Samples.TODAY;

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

/** Reference model of support requests, next to the {@link ReferenceModel} of everything else. */
final class SupportRequestReferenceModel {

    private static final int DAYS = 5;

    private final ReferenceModel reference;
    private final Map<SupportRequestId, Line> lines = new HashMap<>();

    SupportRequestReferenceModel(ReferenceModel reference) {
        this.reference = reference;
    }

    enum State {
        WAITING,
        TAKEN,
        CLOSED
    }

    /** @param last day of the preceding step */
    record Line(
            UnitId unit,
            State state,
            LocalDate last,
            LocalDate due,
            @Nullable TeamId team,
            @Nullable MemberId member) {}

    /** Whether a command is accepted. */
    boolean accepts(Command command) {
        if (command instanceof ReceiveSupportRequest receive) {
            return !lines.containsKey(receive.request())
                    && !receive.receivedOn().isAfter(TODAY);
        }
        SupportRequestCommand about = (SupportRequestCommand) command;
        Line line = lines.get(about.request());
        return line != null
                && !day(about).isAfter(TODAY)
                && !day(about).isBefore(line.last)
                && switch (about) {
                    case ReceiveSupportRequest receive -> false;
                    case TakeSupportRequest take ->
                        line.state == State.WAITING
                                && reference
                                        .teamOf(take.team())
                                        .formed
                                        .coverage()
                                        .contains(line.unit)
                                && reference.teamOf(take.team()).wasMember(take.member(), take.takenOn());
                    case ReleaseSupportRequest release -> line.state == State.TAKEN;
                    case ResolveSupportRequest resolve ->
                        line.state == State.TAKEN
                                && reference
                                        .teamOf(Objects.requireNonNull(line.team))
                                        .wasMember(Objects.requireNonNull(line.member), resolve.resolvedOn());
                    case DeclineSupportRequest decline -> line.state != State.CLOSED;
                    case ReopenSupportRequest reopen -> line.state == State.CLOSED;
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

    /** Applies the events of one commit; fails at the first that breaks an invariant. */
    void commit(List<DomainEvent> events) {
        events.forEach(event -> {
            if (event instanceof SupportRequestEvent request) {
                on(request, events);
            }
        });
    }

    private void on(SupportRequestEvent event, List<DomainEvent> commit) {
        if (event instanceof SupportRequestReceived received) {
            assertThat(lines).doesNotContainKey(event.request());
            assertThat(received.dueOn()).isEqualTo(received.receivedOn().plusDays(DAYS));
            write(event, State.WAITING, received.receivedOn(), received.dueOn(), null, null);
        } else {
            on(event, Objects.requireNonNull(lines.get(event.request())), commit);
        }
    }

    private void on(SupportRequestEvent event, Line line, List<DomainEvent> commit) {
        switch (event) {
            case SupportRequestReceived received -> throw new AssertionError("received twice: " + received);
            case SupportRequestTaken taken ->
                write(event, State.TAKEN, taken.takenOn(), line.due, taken.team(), taken.member());
            case SupportRequestReleased released -> {
                assertThat(List.of(released.team(), released.member()))
                        .isEqualTo(List.of(Objects.requireNonNull(line.team), Objects.requireNonNull(line.member)));
                write(event, State.WAITING, released.releasedOn(), line.due, null, null);
            }
            case SupportRequestResolved resolved -> {
                assertThat(commit.stream().anyMatch(SupportRequestFlaggedLate.class::isInstance))
                        .isEqualTo(resolved.resolvedOn().isAfter(line.due));
                write(event, State.CLOSED, resolved.resolvedOn(), line.due, resolved.team(), resolved.member());
            }
            case SupportRequestFlaggedLate late -> assertThat(late.dueOn()).isEqualTo(line.due);
            case SupportRequestDeclined declined -> {
                assertThat(declined.team()).isEqualTo(line.team);
                write(event, State.CLOSED, declined.declinedOn(), line.due, line.team, line.member);
            }
            case SupportRequestReopened reopened -> {
                assertThat(reopened.team()).isEqualTo(line.team);
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
        lines.put(event.request(), new Line(event.unit(), state, last, due, team, member));
    }
}
