package vn.soto.domain.outreach;

import static vn.soto.domain.shared.CounterRule.EVENT_HAS_A_COUNTER_COMMAND;

import java.util.Optional;
import java.util.stream.Stream;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupClosed;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupRecorded;
import vn.soto.contracts.outreach.CommunityGroupEvent.CommunityGroupUpdated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.domain.outreach.CommunityGroupCommand.CloseCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.CorrectGroupClosing;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.shared.CounterCommand;
import vn.soto.domain.shared.EarlierEvents;

/** Counter-commands for the events of a community group. */
public final class CommunityGroupCounterCommands {

    private CommunityGroupCounterCommands() {}

    public static CounterCommand of(CommunityGroupEvent event, EarlierEvents earlier, String reason) {
        return switch (event) {
            // The closed group has existed for one day.
            case CommunityGroupRecorded recorded ->
                CounterCommand.of(new CloseCommunityGroup(recorded.group(), recorded.countedOn()));
            case CommunityGroupUpdated updated ->
                closing(earlier)
                        .map(before -> CounterCommand.of(new CloseCommunityGroup(before.group(), before.lastDay())))
                        .orElseGet(() -> countBack(updated, earlier));
            case CommunityGroupClosed closed -> reopen(closed, earlier, reason);
        };
    }

    /** The closing of the group, if that is the last event before. */
    private static Optional<CommunityGroupClosed> closing(EarlierEvents earlier) {
        return earlier.last(Stream::<DomainEvent>of)
                .filter(CommunityGroupClosed.class::isInstance)
                .map(CommunityGroupClosed.class::cast);
    }

    /** Restores the last day before, or opens the group again. */
    private static CounterCommand reopen(CommunityGroupClosed closed, EarlierEvents earlier, String reason) {
        return CounterCommand.of(new CorrectGroupClosing(
                closed.group(),
                closing(earlier).map(CommunityGroupClosed::lastDay).orElse(null),
                reason));
    }

    /**
     * Restores the earlier count of the same day. Without one there is no counter-command: a count cannot be removed.
     */
    private static CounterCommand countBack(CommunityGroupUpdated updated, EarlierEvents earlier) {
        return earlier.restored(
                before -> switch (before) {
                    case CommunityGroupRecorded counted
                    when counted.countedOn().equals(updated.countedOn()) -> Stream.of(counted.households());
                    case CommunityGroupUpdated counted
                    when counted.countedOn().equals(updated.countedOn()) -> Stream.of(counted.households());
                    default -> Stream.<Integer>empty();
                },
                households -> new UpdateCommunityGroup(updated.group(), households, updated.countedOn()),
                EVENT_HAS_A_COUNTER_COMMAND);
    }
}
