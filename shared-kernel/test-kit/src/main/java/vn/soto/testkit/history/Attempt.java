package vn.soto.testkit.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Origin;

/**
 * The draft of an append.
 *
 * @param id      of the commit; a client that asks again with the same draft makes another attempt at the same commit
 * @param command absent for a task of the system
 */
record Attempt(UUID id, @Nullable UUID command, Hash content, List<Guard> guards) {

    static Attempt of(Draft draft) {
        return new Attempt(draft.id(), command(draft.origin()), CommitContent.of(draft), draft.guards());
    }

    static @Nullable UUID command(Commit commit) {
        return command(commit.origin());
    }

    private static @Nullable UUID command(Origin origin) {
        return origin instanceof Origin.Command command ? command.id() : null;
    }
}
