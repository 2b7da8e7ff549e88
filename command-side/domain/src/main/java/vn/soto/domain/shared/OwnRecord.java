package vn.soto.domain.shared;

import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.MemberId;

/**
 * A command about one record, which the roles in {@link ClientCommand#own} may issue about a record of their own only.
 * Such a record came from the same account and names the member who now corrects it. The policy limits the time.
 *
 * <p>Accounts are given to roles, not to persons, so the account alone does not tell whose record it is. The member is
 * what the sender states; nothing proves it.
 */
public interface OwnRecord extends Command {

    /** Id of the aggregate that is the record. */
    String record();

    /** Whether the event states the record. */
    boolean isStatedBy(DomainEvent event);

    /** The member who corrects it, one of those whom it names; absent if the sender needs no such right. */
    @Nullable
    MemberId by();
}
