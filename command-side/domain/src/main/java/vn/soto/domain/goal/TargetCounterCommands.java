package vn.soto.domain.goal;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.goal.Goal;
import vn.soto.contracts.goal.TargetEvent;
import vn.soto.contracts.goal.TargetEvent.TargetRevised;
import vn.soto.contracts.goal.TargetEvent.TargetSet;
import vn.soto.contracts.goal.TargetEvent.TargetWithdrawn;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.goal.TargetCommand.ReviseTarget;
import vn.soto.domain.goal.TargetCommand.SetTarget;
import vn.soto.domain.goal.TargetCommand.WithdrawTarget;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a target. */
public final class TargetCounterCommands {

    private TargetCounterCommands() {}

    private record Stated(Goal goal, Instrument instrument) {}

    public static CounterCommand of(TargetEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case TargetSet set ->
                CounterCommand.of(new WithdrawTarget(set.unit(), set.quarter(), set.indicator(), reason));
            case TargetRevised revised ->
                earlier.restored(
                        TargetCounterCommands::stated,
                        before -> new ReviseTarget(
                                revised.unit(),
                                revised.quarter(),
                                revised.indicator(),
                                before.goal,
                                before.instrument,
                                reason),
                        EVENT_HAS_A_COUNTER_COMMAND);
            case TargetWithdrawn withdrawn ->
                earlier.restored(
                        TargetCounterCommands::stated,
                        before -> new SetTarget(
                                withdrawn.unit(),
                                withdrawn.quarter(),
                                withdrawn.indicator(),
                                before.goal,
                                before.instrument),
                        EVENT_HAS_A_COUNTER_COMMAND);
        };
    }

    private static Stream<Stated> stated(DomainEvent before) {
        return switch (before) {
            case TargetSet set -> Stream.of(new Stated(set.goal(), set.instrument()));
            case TargetRevised revised -> Stream.of(new Stated(revised.goal(), revised.instrument()));
            default -> Stream.empty();
        };
    }
}
