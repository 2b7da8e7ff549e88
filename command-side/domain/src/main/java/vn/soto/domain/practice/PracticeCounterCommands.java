package vn.soto.domain.practice;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.stream.Stream;
import vn.soto.contracts.practice.PracticeEvent;
import vn.soto.contracts.practice.PracticeEvent.PracticeDescribed;
import vn.soto.contracts.practice.PracticeEvent.PracticeRecommended;
import vn.soto.contracts.practice.PracticeEvent.PracticeRevised;
import vn.soto.contracts.practice.PracticeEvent.PracticeStated;
import vn.soto.contracts.practice.PracticeEvent.PracticeStopped;
import vn.soto.contracts.practice.PracticeEvent.PracticeTakenUp;
import vn.soto.contracts.practice.PracticeEvent.PracticeWithdrawn;
import vn.soto.domain.practice.PracticeCommand.RevisePractice;
import vn.soto.domain.practice.PracticeCommand.StopPractice;
import vn.soto.domain.practice.PracticeCommand.WithdrawPractice;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a good model. */
public final class PracticeCounterCommands {

    private PracticeCounterCommands() {}

    public static CounterCommand of(PracticeEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            case PracticeDescribed described ->
                CounterCommand.of(new WithdrawPractice(described.practice(), described.team(), reason));
            case PracticeRevised revised ->
                earlier.restored(
                        before -> before instanceof PracticeStated stated ? Stream.of(stated) : Stream.empty(),
                        before -> new RevisePractice(
                                revised.practice(), revised.team(), before.title(), before.text(), reason),
                        EVENT_HAS_A_COUNTER_COMMAND);
            case PracticeTakenUp taken ->
                CounterCommand.of(new StopPractice(taken.practice(), taken.follower(), taken.effectiveFrom(), reason));
            // What was withdrawn is described again as another model; an advice was given; who stopped takes it up
            // again.
            case PracticeWithdrawn _, PracticeRecommended _, PracticeStopped _ ->
                CounterCommand.refusedBy(EVENT_HAS_A_COUNTER_COMMAND);
        };
    }
}
