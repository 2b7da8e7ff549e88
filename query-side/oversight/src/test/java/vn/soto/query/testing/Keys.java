package vn.soto.query.testing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.testkit.SettableClock;

/** A key store in memory under a master key of which pseudonyms repeat from run to run, with the command side's operations on it. */
public final class Keys {

    private final MasterKey master = MasterKey.parse("0".repeat(43), "test");
    private final MemorySubjectKeys store = new MemorySubjectKeys(new SettableClock(EventLog.START));
    private final Keyring keyring = Keyring.open(store, store, master, "test");
    private long commands;

    public PersonalDataReader reader() {
        return new PersonalDataReader(store, master);
    }

    public Sealed seal(Subject subject, String field, String text) {
        return Optional.of(subject).flatMap(keyring::keyOf).orElseThrow().seal(text, new UUID(9, ++commands), field);
    }

    /** The header of a commit about these subjects. */
    public String reason(UUID command, Collection<Subject> subjects, ReasonCode code, String text) {
        return new StatedReason.Coded(
                        code, keyring.reasonKey(command, subjects).orElseThrow().seal(text))
                .header();
    }

    public void destroy(Subject subject) {
        keyring.destroy(List.of(subject));
    }
}
