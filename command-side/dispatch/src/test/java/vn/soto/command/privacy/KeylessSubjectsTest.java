package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.command.privacy.PersonalDataFixture.CLOCK;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;

final class KeylessSubjectsTest {

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/keyless", CLOCK);

    private Set<Subject> keyless(MemorySubjectKeys store) {
        return new KeylessSubjects(ledger, EventCodec.product(), Keyring.open(store, store, master, "test"))
                .find(() -> false);
    }

    @Test
    void aSubjectWithDataIsKeylessOnceTheStoreIsLost() {
        try (PersonalDataFixture product = new PersonalDataFixture(ledger, ledger, keys, keys, master)) {
            product.send(1, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan'}");
        }

        assertThat(keyless(keys)).isEmpty();
        assertThat(keyless(new MemorySubjectKeys(CLOCK))).containsExactly(Subject.of(new MemberId("lan")));
    }

    @Test
    void everyEventWithSealedComponentsIsLookedAt() {
        Set<Class<?>> sealed = EventRegistry.product().types().stream()
                .map(EventCodec.product()::classOf)
                .filter(KeylessSubjectsTest::holdsSealed)
                .collect(Collectors.toSet());
        assertThat(sealed).hasSize(7).isEqualTo(KeylessSubjects.SEALED);
    }

    private static boolean holdsSealed(Class<? extends DomainEvent> event) {
        return Stream.of(event.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(Sealed.class::equals);
    }
}
