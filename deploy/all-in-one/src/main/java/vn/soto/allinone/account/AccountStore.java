package vn.soto.allinone.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import vn.soto.contracts.access.AccountId;
import vn.soto.web.DeviceContacts;

/**
 * The local accounts, their history, and the devices they have signed in on. Reads come from memory and never wait for a write.
 * A change is durable when the method returns; if it throws {@link AccountsUnwritableException}, nothing has changed.
 */
public interface AccountStore extends DeviceContacts, AutoCloseable {

    Optional<LocalAccount> find(AccountId id);

    Optional<LocalAccount> byLogin(String login);

    /** In the order of login names. */
    List<LocalAccount> all();

    /** Adds accounts, all or none; none if one of their ids or login names is taken. */
    boolean add(List<LocalAccount> accounts, List<AccountChange> changes);

    /**
     * Changes an account as one step: of two changes at the same time the second starts from what the first left. Nothing is
     * written if {@code change} returns an equal account.
     *
     * @param change may be called once, while no other change runs; its exceptions pass through
     * @return the account as it stands afterwards; empty if there is none
     */
    Optional<LocalAccount> change(AccountId id, UnaryOperator<LocalAccount> change, AccountChange... entries);

    /**
     * Changes what a sign-in notes about an account on its way, such as that a code was used. It holds at once. While
     * the file takes no write it is in memory alone, so that sign-ins go on. It is written with the next write that
     * succeeds, or lost at the end of the process.
     */
    Optional<LocalAccount> note(AccountId id, UnaryOperator<LocalAccount> change);

    /** Locks or unlocks until the process ends, also an account of a file that takes no change. */
    void holdLock(AccountId id, boolean locked);

    /**
     * Writes the file once without a change of it, for those who must record a change elsewhere before it is made here.
     *
     * @throws AccountsUnwritableException if the file takes no change
     */
    void requireWritable();

    /** The latest changes of an account, the newest first. */
    List<AccountChange> history(AccountId id, int limit);

    /** The latest of these changes of an account, the newest first. */
    List<AccountChange> history(AccountId id, Set<AccountChange.Action> actions, int limit);

    /** The accounts with one of these changes after a time. */
    List<AccountId> changedAfter(Instant time, Set<AccountChange.Action> actions);

    /** A device on which an account has signed in with its password. */
    Optional<KnownDevice> device(String device, AccountId account);

    /** The accounts known on the device that have a PIN there. */
    List<AccountId> withPin(String device);

    /** Adds or replaces; an account is known on {@value KnownDevice#MOST} devices at most, the oldest are forgotten. */
    void put(KnownDevice device);

    /** Changes the note of a sign-in about a device on its way, such as a wrong PIN; as {@link #note}. */
    Optional<KnownDevice> noteDevice(String device, AccountId account, UnaryOperator<KnownDevice> change);

    /** Changes what is known of a device as one step, as {@link #change} does; empty if it is not known. */
    Optional<KnownDevice> changeDevice(
            String device, AccountId account, UnaryOperator<KnownDevice> change, AccountChange... entries);

    /** The sessions of an account that signed out and are not forgotten. */
    Set<String> signedOut(AccountId account);

    /**
     * Adds a session that signed out, and forgets those that are over at {@code now}. Until the process ends it holds even if it cannot
     * be written, which is thrown.
     */
    void signOut(SignedOutSession session, Instant now);

    @Override
    void close();
}
