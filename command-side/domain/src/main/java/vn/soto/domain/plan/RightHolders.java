package vn.soto.domain.plan;

import java.util.Collection;
import vn.soto.domain.shared.Command;

/**
 * The known holders of a right. They follow from the grants of the ledger. While it has none they follow from the
 * accounts or, if those are elsewhere, from recorded acts of persons.
 */
@FunctionalInterface
public interface RightHolders {

    /** Whether anybody but the actor, and but another account that surely belongs to the actor, is known who may issue all of the commands. */
    boolean anyBeside(String actor, Collection<Class<? extends Command>> commands);

    /** Whether one of them and the actor are two persons, as far as the ledger tells. */
    default boolean anySecondPerson(String actor, Collection<Class<? extends Command>> commands) {
        return anyBeside(actor, commands);
    }
}
