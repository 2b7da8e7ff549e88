package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.team.EndReason;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.DissolveTeam;
import vn.soto.domain.team.TeamCommand.EndMembership;

/**
 * A concurrent command changes the state on which another command has decided. The latter always ends with a conflict,
 * and the rule refuses it when it is sent again. {@link Race} covers random interleavings of 64 threads.
 */
@Tag("threads")
final class OvertakenTest extends SampleCommune {

    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final Scenario scenario =
            new Scenario(Clock.fixed(NOW, ZoneOffset.UTC), DefaultPolicy.standard(), ledger -> draft -> {
                meanwhile.getAndSet(() -> {}).run();
                return ledger.append(draft);
            });

    static Stream<Arguments> races() {
        EndMembership end = new EndMembership(TEAM, HUNG, EndReason.OTHER, TODAY.minusDays(1));
        DissolveTeam dissolve = new DissolveTeam(TEAM, signedOn(FOUNDED), TODAY.minusDays(1), "Sắp xếp lại khu phố");
        return Stream.of(
                Arguments.of(new AssignHousehold(HOUSEHOLD, TEAM, HUNG, TODAY), end),
                Arguments.of(record(NOW, HUNG), end),
                Arguments.of(new AssignHousehold(HOUSEHOLD, TEAM, MAI, TODAY), dissolve),
                Arguments.of(record(NOW, MAI), dissolve));
    }

    @ParameterizedTest
    @MethodSource("races")
    void losesTheRaceAndIsRefusedAfterwards(Command late, Command overtaking) {
        scenario.given(units()).given(formTeam(), register(HOUSEHOLD, HAMLET));
        long before = scenario.ledger().tail().number();
        meanwhile.set(() -> elsewhere(overtaking));

        assertThatThrownBy(() -> scenario.send(late)).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> scenario.send(late)).isInstanceOf(RuleViolatedException.class);

        assertThat(scenario.ledger().tail().number()).isEqualTo(before + 1);
    }

    /** Runs the command to its end on another thread, because this thread is within a unit of work. */
    private void elsewhere(Command command) {
        try {
            Thread.ofVirtual().start(() -> scenario.send(command)).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
