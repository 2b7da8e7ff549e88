package vn.soto.ledgerwriter.axon;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.LedgerAppender;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;

/** Makes the events of one append one commit: of the command under way if there is one, else of the system. */
record CommitWriter(LedgerAppender appender, Supplier<UUID> ids) {

    private static final Origin SYSTEM_TASK = new Origin.SystemTask("axon");
    private static final String SYSTEM = "system";

    void write(List<RecordedEvent> events, @Nullable ReadSet decision) {
        if (decision == null) {
            appender.append(systemDraft(events, List.of()));
            return;
        }
        decision.append();
        List<Guard> guards = decision.guards(RecordedEvents.firstSequences(events));
        CommandContext command = decision.command();
        if (command == null) {
            appender.append(systemDraft(events, guards));
        } else {
            String target = command.target();
            String corrects = target == null ? null : decision.lastEvent(target);
            command.recorded(appender.append(command.draft(ids.get(), corrects, events, guards)));
        }
    }

    private Draft systemDraft(List<RecordedEvent> events, List<Guard> guards) {
        UUID id = ids.get();
        String itself = id.toString();
        return new Draft(id, SYSTEM_TASK, SYSTEM, null, null, itself, itself, events, guards);
    }
}
