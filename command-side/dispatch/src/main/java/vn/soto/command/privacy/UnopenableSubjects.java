package vn.soto.command.privacy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceCorrected;
import vn.soto.contracts.assistance.AssistanceEvent.AssistanceRecorded;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.person.PersonEvent.HouseholdContactRecorded;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.SealedData;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledgerwriter.privacy.Keyring;

/**
 * The subjects whose data nobody can open, although the ledger does not say that they are erased. Each entry of the key
 * store is opened with the master key. Each subject with sealed data in the ledger must have an entry, because a key is
 * stored before anything sealed under it is. A text beside a reason is not looked for; its key is missed among the
 * entries. No new key is made for the subjects that were found without one.
 */
public final class UnopenableSubjects {

    private static final int AT_ONCE = 2_000;

    /** The events with sealed components. */
    static final Set<Class<? extends DomainEvent>> SEALED = Set.of(
            MemberProfileRecorded.class,
            HouseholdContactRecorded.class,
            BusinessRegistered.class,
            BusinessCorrected.class,
            AssistanceRecorded.class,
            AssistanceCorrected.class,
            SupportRequestReceived.class);

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Keyring keyring;
    private final CheckedSubjects kept;
    private final Set<Subject> keyless = new HashSet<>();
    private final Set<Long> seen = new HashSet<>();
    private long next;

    /** @param kept findings of an earlier start */
    public UnopenableSubjects(LedgerReader ledger, EventCodec codec, Keyring keyring, CheckedSubjects kept) {
        this.kept = kept;
        this.ledger = ledger;
        this.codec = codec;
        this.keyring = keyring;
    }

    /**
     * @param keyless   subjects with data in the ledger and no entry in the store
     * @param damaged   entries that the master key does not open
     * @param destroyed entries of zeros of subjects that nobody erased
     * @param removed   entries that the store had once, of these subjects or of others
     */
    public record Found(Set<Subject> keyless, int damaged, int destroyed, long removed) {

        /** How many subjects there are in all. */
        public long total() {
            return Math.max(keyless.size(), removed) + damaged + destroyed;
        }
    }

    /**
     * Reads the whole store, and the ledger from the place where an earlier look, also one of an earlier start, ended
     * or failed. It reads from the beginning if a subject lacks an entry that an earlier look had found. Ends early,
     * with what it found, once {@code stop} is true. One look at a time.
     */
    public Found find(BooleanSupplier stop) {
        if (next == 0) {
            kept.read(ledger).ifPresent(checked -> {
                next = checked.next();
                seen.addAll(checked.subjects());
            });
        }
        long removed = keyring.missing();
        Set<Long> missing = new HashSet<>(seen);
        int damaged = 0;
        Set<Subject> destroyed = new HashSet<>();
        SequencedMap<String, Keyring.State> page = keyring.statesAfter("", AT_ONCE);
        while (!page.isEmpty() && !stop.getAsBoolean()) {
            for (Map.Entry<String, Keyring.State> entry : page.entrySet()) {
                Optional<Subject> subject = Subject.find(entry.getKey());
                subject.map(CheckedSubjects::hash).ifPresent(missing::remove);
                damaged += entry.getValue() == Keyring.State.DAMAGED ? 1 : 0;
                if (entry.getValue() == Keyring.State.DESTROYED) {
                    subject.ifPresent(destroyed::add);
                }
            }
            page = keyring.statesAfter(page.lastEntry().getKey(), AT_ONCE);
        }
        // Asked afterwards: an erasure is in the ledger before its key is destroyed.
        destroyed.removeAll(new ErasedSubjects(ledger).among(destroyed));
        if (!missing.isEmpty() && !stop.getAsBoolean()) {
            seen.clear();
            next = 0;
        }
        Found found = new Found(keyless(stop), damaged, destroyed.size(), removed);
        if (!stop.getAsBoolean()) {
            keyring.lost(found.keyless, removed);
            if (found.keyless.isEmpty()) {
                kept.write(new CheckedSubjects.Checked(next, seen), ledger);
                seen.clear();
                next = 0;
            }
        }
        return found;
    }

    /** How many entries are missing now; a look that counted another number is outdated. */
    public long removed() {
        return keyring.missing();
    }

    private Set<Subject> keyless(BooleanSupplier stop) {
        Set<Subject> still = keyring.withoutEntry(keyless);
        keyless.stream()
                .filter(subject -> !still.contains(subject))
                .map(CheckedSubjects::hash)
                .forEach(seen::add);
        keyless.retainAll(still);
        List<StoredEvent> page = ledger.events(next, AT_ONCE);
        while (!page.isEmpty() && !stop.getAsBoolean()) {
            Set<Subject> sealed = page.stream()
                    .flatMap(stored -> subject(stored.event()).stream())
                    .collect(Collectors.toSet());
            Set<Subject> without = keyring.withoutEntry(sealed);
            keyless.addAll(without);
            sealed.stream()
                    .filter(subject -> !without.contains(subject))
                    .map(CheckedSubjects::hash)
                    .forEach(seen::add);
            next = page.getLast().position() + 1;
            page = ledger.events(next, AT_ONCE);
        }
        return Set.copyOf(keyless);
    }

    /** An event that cannot be decoded has no data that could be opened. */
    private Optional<Subject> subject(RecordedEvent event) {
        try {
            return SEALED.contains(codec.classOf(event.type()))
                    ? subject(codec.decode(event.type(), event.payload()))
                    : Optional.empty();
        } catch (EventException e) {
            return Optional.empty();
        }
    }

    static Optional<Subject> subject(DomainEvent event) {
        return SealedData.of(event).map(SealedData::subject);
    }
}
