package vn.soto.allinone.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.contracts.access.AccountId;

/** The accounts in memory alone, for tests of what uses them. */
final class MemoryAccountStore implements AccountStore {

    private final Map<AccountId, LocalAccount> accounts = new HashMap<>();
    private final List<AccountChange> history = new ArrayList<>();
    private final List<KnownDevice> devices = new ArrayList<>();
    private final List<SignedOutSession> signedOut = new ArrayList<>();
    private final Map<String, List<Contact>> contacts = new HashMap<>();
    private boolean full;

    /** As if the disk were full: nothing is written any more. */
    synchronized void fill() {
        full = true;
    }

    @Override
    public synchronized void holdLock(AccountId id, boolean locked) {
        find(id).filter(present -> present.locked() != locked)
                .ifPresent(present -> accounts.put(id, present.withLock(locked)));
    }

    @Override
    public synchronized void requireWritable() {
        requireRoom();
    }

    private void requireRoom() {
        if (full) {
            throw new AccountsUnwritableException("full", new java.io.IOException("No space left on device"));
        }
    }

    @Override
    public synchronized Optional<LocalAccount> find(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized Optional<LocalAccount> byLogin(String login) {
        return accounts.values().stream()
                .filter(account -> account.login().equals(login))
                .findFirst();
    }

    @Override
    public synchronized List<LocalAccount> all() {
        return accounts.values().stream()
                .sorted(Comparator.comparing(LocalAccount::login))
                .toList();
    }

    @Override
    public synchronized boolean add(List<LocalAccount> added, List<AccountChange> changes) {
        Set<Object> taken = new HashSet<>(accounts.keySet());
        accounts.values().forEach(account -> taken.add(account.login()));
        if (added.stream().anyMatch(account -> !taken.add(account.id()) || !taken.add(account.login()))) {
            return false;
        }
        added.forEach(account -> accounts.put(account.id(), account));
        history.addAll(changes);
        return true;
    }

    @Override
    public synchronized Optional<LocalAccount> change(
            AccountId id, UnaryOperator<LocalAccount> change, AccountChange... entries) {
        return find(id).map(before -> {
            LocalAccount after = change.apply(before);
            if (!after.equals(before)) {
                requireRoom();
                accounts.put(id, after);
                history.addAll(Arrays.asList(entries));
            }
            return after;
        });
    }

    @Override
    public synchronized Optional<LocalAccount> note(AccountId id, UnaryOperator<LocalAccount> change) {
        return find(id).map(before -> {
            LocalAccount after = change.apply(before);
            accounts.put(id, after);
            return after;
        });
    }

    @Override
    public synchronized Optional<KnownDevice> noteDevice(
            String device, AccountId account, UnaryOperator<KnownDevice> change) {
        Optional<KnownDevice> before = device(device, account);
        Optional<KnownDevice> changed = before.map(change);
        before.ifPresent(devices::remove);
        changed.ifPresent(devices::add);
        return changed;
    }

    @Override
    public synchronized List<AccountChange> history(AccountId id, int limit) {
        return history.reversed().stream()
                .filter(change -> change.account().equals(id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<AccountChange> history(AccountId id, Set<AccountChange.Action> actions, int limit) {
        return history.reversed().stream()
                .filter(change -> change.account().equals(id) && actions.contains(change.action()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<AccountId> changedAfter(Instant time, Set<AccountChange.Action> actions) {
        return history.reversed().stream()
                .filter(change -> change.at().isAfter(time) && actions.contains(change.action()))
                .map(AccountChange::account)
                .distinct()
                .toList();
    }

    @Override
    public synchronized Optional<KnownDevice> device(String device, AccountId account) {
        return devices.stream()
                .filter(known ->
                        known.device().equals(device) && known.account().equals(account))
                .findFirst();
    }

    @Override
    public synchronized List<AccountId> withPin(String device) {
        return devices.stream()
                .filter(known -> known.device().equals(device) && known.pin() != null)
                .sorted(Comparator.comparing(KnownDevice::proven).reversed())
                .map(KnownDevice::account)
                .toList();
    }

    @Override
    public synchronized void put(KnownDevice device) {
        requireRoom();
        device(device.device(), device.account()).ifPresent(devices::remove);
        devices.add(device);
        devices.stream()
                .filter(known -> known.account().equals(device.account()))
                .sorted(Comparator.comparing(KnownDevice::proven).reversed().thenComparing(KnownDevice::device))
                .skip(KnownDevice.MOST)
                .toList()
                .forEach(devices::remove);
    }

    @Override
    public synchronized Optional<KnownDevice> changeDevice(
            String device, AccountId account, UnaryOperator<KnownDevice> change, AccountChange... entries) {
        Optional<KnownDevice> changed = device(device, account).map(change);
        changed.ifPresent(this::put);
        changed.ifPresent(known -> history.addAll(Arrays.asList(entries)));
        return changed;
    }

    @Override
    public synchronized Set<String> signedOut(AccountId account) {
        return signedOut.stream()
                .filter(each -> each.account().equals(account))
                .map(SignedOutSession::session)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized void signOut(SignedOutSession session, Instant now) {
        signedOut.removeIf(each -> each.until().isBefore(now));
        signedOut.add(session);
        requireRoom();
    }

    @Override
    public synchronized void tell(String account, Contact contact) {
        List<Contact> told = Stream.concat(
                        Stream.of(contact),
                        of(account).stream().filter(each -> !each.device().equals(contact.device())))
                .sorted(Comparator.comparing(Contact::at).reversed().thenComparing(Contact::device))
                .limit(MOST)
                .toList();
        contacts.put(account, told);
    }

    @Override
    public synchronized List<Contact> of(String account) {
        return contacts.getOrDefault(account, List.of());
    }

    @Override
    public void close() {}
}
