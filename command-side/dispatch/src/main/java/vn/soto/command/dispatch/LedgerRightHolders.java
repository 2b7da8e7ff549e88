package vn.soto.command.dispatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.domain.DomainModel;
import vn.soto.domain.catalogue.Catalogue;
import vn.soto.domain.plan.OpenPlans;
import vn.soto.domain.plan.RightHolders;
import vn.soto.domain.policy.PolicyVersions;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.CommandRights;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Origin;

/**
 * Infers the holders of rights from recorded acts, because accounts are elsewhere. The acts are policies, catalogues
 * and erasures, and decisions about plans. A person who did what only roles with the right may do holds it. Reads the
 * last {@value #MOST} events of four streams, so the size of the ledger does not matter.
 */
record LedgerRightHolders(LedgerReader ledger) implements RightHolders {

    private static final int MOST = 300;
    private static final List<String> STREAMS =
            List.of(PolicyVersions.ID, Catalogue.ID, ErasureEvent.LIST, OpenPlans.ID);
    private static final Map<String, Class<? extends Command>> TYPES =
            DomainModel.commands().stream().collect(Collectors.toUnmodifiableMap(Command::nameOf, Function.identity()));

    @Override
    public boolean anyBeside(String actor, Collection<Class<? extends Command>> commands) {
        Set<Role> holders = CommandRights.thatMayIssue(commands);
        return STREAMS.stream()
                .flatMap(this::commits)
                .filter(commit -> !commit.actor().equals(actor))
                .anyMatch(commit -> showsRight(commit, holders));
    }

    private Stream<Commit> commits(String stream) {
        long head = ledger.head(stream).orElse(-1);
        return ledger.aggregate(stream, Math.max(0, head - MOST + 1), MOST).stream()
                .flatMap(stored -> ledger.commit(stored.commit()).stream());
    }

    private static boolean showsRight(Commit commit, Set<Role> holders) {
        return commit.origin() instanceof Origin.Command command
                && TYPES.containsKey(command.name())
                && holders.containsAll(CommandRights.thatMayIssue(List.of(TYPES.get(command.name()))));
    }
}
