package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.soto.command.privacy.PersonalDataFixture.CLOCK;

import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.events.EventCodec;
import vn.soto.events.EventRegistry;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.StoredKey;

final class UnopenableSubjectsTest {

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/keyless", CLOCK);

    private UnopenableSubjects.Found found(MemorySubjectKeys store) {
        return new UnopenableSubjects(
                        ledger,
                        EventCodec.product(),
                        Keyring.open(store, store, master, "test"),
                        CheckedSubjects.none())
                .find(() -> false);
    }

    @Test
    void aSubjectWithDataIsKeylessOnceTheStoreIsLost() {
        try (PersonalDataFixture product = new PersonalDataFixture(ledger, ledger, keys, keys, master)) {
            product.send(1, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan'}");
        }

        assertThat(found(keys).total()).isZero();
        assertThat(found(new MemorySubjectKeys(CLOCK)).keyless()).containsExactly(Subject.of(new MemberId("lan")));
    }

    @Test
    void anotherLookReadsOnFromTheLastAndSeesKeysThatCameMeanwhile() {
        try (PersonalDataFixture product = new PersonalDataFixture(ledger, ledger, keys, keys, master)) {
            product.send(1, RecordMemberProfile.class, "{'member':'lan','name':'Nguyễn Thị Lan'}");
        }
        List<Object> asked = new ArrayList<>();
        LedgerReader reader = (LedgerReader) Proxy.newProxyInstance(
                LedgerReader.class.getClassLoader(),
                new Class<?>[] {LedgerReader.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("events")) {
                        asked.add(arguments[0]);
                    }
                    return method.invoke(ledger, arguments);
                });
        MemorySubjectKeys lost = new MemorySubjectKeys(CLOCK);
        UnopenableSubjects subjects = new UnopenableSubjects(
                reader, EventCodec.product(), Keyring.open(lost, lost, master, "test"), CheckedSubjects.none());
        assertThat(subjects.find(() -> false).total()).isEqualTo(1);
        long end = ledger.tail().next();
        assertThat(asked).containsExactly(0L, end);

        Subject lan = Subject.of(new MemberId("lan"));
        lost.createIfAbsent(Map.of(lan, ((StoredKey.Wrapped) keys.find(lan).orElseThrow()).bytes()));
        assertThat(subjects.find(() -> false).total()).isZero();
        assertThat(asked).containsExactly(0L, end, end);
    }

    @Test
    void eachFaultIsCountedBesideTheOthers() {
        try (PersonalDataFixture product = new PersonalDataFixture(ledger, ledger, keys, keys, master)) {
            for (String member : List.of("lan", "minh", "hoa")) {
                product.send(
                        member.charAt(0),
                        RecordMemberProfile.class,
                        "{'member':'" + member + "','name':'Nguyễn Văn A'}");
            }
            product.send(1, EraseMemberData.class, """
                    {'member':'hoa','basis':'REQUEST_OF_THE_SUBJECT','reason':'REQUEST_OF_PERSON'}""");
        }
        assertThat(found(keys)).as("an erasure is no fault").isEqualTo(new UnopenableSubjects.Found(Set.of(), 0, 0, 0));

        Subject lan = Subject.of(new MemberId("lan"));
        Subject minh = Subject.of(new MemberId("minh"));
        MemorySubjectKeys damaged = new MemorySubjectKeys(CLOCK);
        byte[] exchanged = ((StoredKey.Wrapped) keys.find(lan).orElseThrow()).bytes();
        damaged.createIfAbsent(Map.of(minh, exchanged, Subject.of(new MemberId("more")), exchanged));
        damaged.destroy(List.of(Subject.of(new MemberId("hoa")), Subject.of(new MemberId("nobody"))));
        assertThat(found(damaged)).isEqualTo(new UnopenableSubjects.Found(Set.of(lan), 2, 1, 0));
    }

    @Test
    void everyEventWithSealedComponentsIsLookedAt() {
        Set<Class<?>> sealed = EventRegistry.product().types().stream()
                .map(EventCodec.product()::classOf)
                .filter(UnopenableSubjectsTest::holdsSealed)
                .collect(Collectors.toSet());
        assertThat(sealed).hasSize(7).isEqualTo(UnopenableSubjects.SEALED);
    }

    private static boolean holdsSealed(Class<? extends DomainEvent> event) {
        return Stream.of(event.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(Sealed.class::equals);
    }
}
