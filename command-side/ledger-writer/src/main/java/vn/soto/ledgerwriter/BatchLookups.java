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
 * The keys that the rules look up for a group of drafts, so that a store can read them with one query.
 *
 * @param commands ids of the drafts' commands
 * @param heads    for each aggregate, the last sequence that the first draft naming it expects
 */
public record BatchLookups(Set<UUID> commands, Map<String, Long> heads) {

    public static BatchLookups about(List<Draft> drafts) {
        BatchLookups lookups = new BatchLookups(new LinkedHashSet<>(), new LinkedHashMap<>());
        drafts.forEach(lookups::add);
        return lookups;
    }

    private void add(Draft draft) {
        if (draft.origin() instanceof Origin.Command command) {
            commands.add(command.id());
        }
        for (Guard guard : draft.guards()) {
            if (!guard.isOfLedger()) {
                heads.putIfAbsent(guard.aggregate(), guard.head());
            }
        }
        for (RecordedEvent event : draft.events()) {
            StreamPosition place = event.aggregate();
            if (place != null) {
                heads.putIfAbsent(place.id(), place.sequence() - 1);
            }
        }
    }
}
