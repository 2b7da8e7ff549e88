package vn.soto.ledgerwriter;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Origin;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/**
 * What the rules will ask a store about drafts, so that it can be asked at once.
 *
 * @param commands ids of their commands
 * @param heads    of each aggregate, what the first draft that names it takes its last sequence for
 */
public record BatchLookups(Set<UUID> commands, Map<String, Long> heads) {

    public static BatchLookups about(List<Draft> drafts) {
        BatchLookups asked = new BatchLookups(new LinkedHashSet<>(), new LinkedHashMap<>());
        drafts.forEach(asked::add);
        return asked;
    }

    private void add(Draft draft) {
        if (draft.origin() instanceof Origin.Command command) {
            commands.add(command.id());
        }
        for (Guard guard : draft.guards()) {
            heads.putIfAbsent(guard.aggregate(), guard.head());
        }
        for (RecordedEvent event : draft.events()) {
            StreamPosition slot = event.aggregate();
            if (slot != null) {
                heads.putIfAbsent(slot.id(), slot.sequence() - 1);
            }
        }
    }
}
