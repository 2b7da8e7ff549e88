package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.command.privacy.PersonalDataFixture.CLOCK;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.PersonEvent.MemberProfileRecorded;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.support.SupportRequestEvent.SupportRequestReceived;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.person.PersonCommand.EraseMemberData;
import vn.soto.domain.person.PersonCommand.EraseRequestData;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.support.SupportRequestCommand.ReceiveSupportRequest;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.StoredKey;
import vn.soto.testkit.Drafts;

/** An erasure appends to the ledger, then destroys the key, then answers; tests interrupt it between these steps. */
final class ErasureTest {

    /** More than are read at once. */
    private static final int ERASED = 510;

    private static final Subject LAN = Subject.of(new MemberId("lan"));
    private static final String PROFILE = "{'member':'lan','name':'Nguyễn Thị Lan'}";
    private static final Subject REQUEST = Subject.of(new SupportRequestId("r-1"));
    private static final String ERASURE = "{'member':'lan','basis':'REQUEST_OF_THE_SUBJECT','reason':'có đơn yêu cầu'}";

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/erasure", CLOCK);

    private PersonalDataFixture start() {
        return start(keys);
    }

    private PersonalDataFixture start(SubjectKeyWriter writer) {
        return new PersonalDataFixture(ledger, ledger, keys, writer, master);
    }

    @Test
    void destroysTheKeyBeforeItIsAnswered() {
        try (PersonalDataFixture fixture = start()) {
            fixture.send(1, RecordMemberProfile.class, PROFILE);
            assertThat(name(1)).isEqualTo(new Opened.Clear("Nguyễn Thị Lan"));

            fixture.send(2, EraseMemberData.class, ERASURE);

            assertThat(name(1)).isEqualTo(new Opened.Unreadable());
        }
    }

    @Test
    void nothingIsSealedAboutTheErased() {
        try (PersonalDataFixture fixture = start()) {
            fixture.send(1, EraseMemberData.class, ERASURE);

            assertThatThrownBy(() -> fixture.send(2, RecordMemberProfile.class, PROFILE))
                    .isInstanceOfSatisfying(
                            RuleViolatedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(SUBJECT_IS_NOT_ERASED));
            assertThat(keys.find(LAN))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
        }
    }

    @Test
    void aRepeatGetsTheFirstOutcomeWhateverNameItBringsAndAlsoAfterTheErasure() {
        try (PersonalDataFixture fixture = start()) {
            CommandOutcome first = fixture.send(1, RecordMemberProfile.class, PROFILE);
            CommandOutcome repeat = fixture.send(1, RecordMemberProfile.class, PROFILE);
            CommandOutcome renamed = fixture.send(1, RecordMemberProfile.class, PROFILE.replace("Thị Lan", "Thị Mai"));
            fixture.send(2, EraseMemberData.class, ERASURE);
            CommandOutcome late = fixture.send(1, RecordMemberProfile.class, PROFILE);

            assertThat(List.of(repeat, renamed, late)).allSatisfy(outcome -> {
                assertThat(outcome.commit()).isEqualTo(first.commit());
                assertThat(outcome.repeat()).isTrue();
            });
            assertThat(ledger.tail().number()).isEqualTo(2);
        }
    }

    /** Crash after the append and before the destruction. */
    @Test
    void aKeyThatWasNotDestroyedInTimeIsDestroyedByTheNextStart() {
        try (PersonalDataFixture failing = start(failing(false))) {
            failing.send(1, RecordMemberProfile.class, PROFILE);
            assertThatThrownBy(() -> failing.send(2, EraseMemberData.class, ERASURE))
                    .as("nobody is told that it is done")
                    .isInstanceOf(LedgerException.Uncertain.class);
        }
        assertThat(ledger.aggregate(ErasureEvent.LIST, 0, 10)).hasSize(1);
        assertThat(name(1)).as("the key is still there").isInstanceOf(Opened.Clear.class);

        try (PersonalDataFixture next = start()) {
            assertThat(name(1)).isEqualTo(new Opened.Unreadable());
            assertThat(next.send(2, EraseMemberData.class, ERASURE).repeat()).isTrue();
        }
    }

    /** Crash after the destruction and before the answer. */
    @Test
    void answersARepeatedErasure() {
        try (PersonalDataFixture failing = start(failing(true))) {
            failing.send(1, RecordMemberProfile.class, PROFILE);
            assertThatThrownBy(() -> failing.send(2, EraseMemberData.class, ERASURE))
                    .isInstanceOf(LedgerException.Uncertain.class);
        }
        assertThat(name(1)).isEqualTo(new Opened.Unreadable());

        try (PersonalDataFixture next = start()) {
            assertThat(next.send(2, EraseMemberData.class, ERASURE).repeat()).isTrue();
        }
        assertThat(ledger.tail().number()).isEqualTo(2);
    }

    /** The key store fails temporarily; the process continues. */
    @Test
    void askingAgainDestroysTheKeyWithoutARestart() {
        FailingKeyWriter writer = new FailingKeyWriter();
        try (PersonalDataFixture fixture = start(writer)) {
            fixture.send(1, RecordMemberProfile.class, PROFILE);
            writer.unavailable = true;
            assertThatThrownBy(() -> fixture.send(2, EraseMemberData.class, ERASURE))
                    .isInstanceOf(LedgerException.Uncertain.class);
            writer.unavailable = false;

            assertThat(fixture.send(2, EraseMemberData.class, ERASURE).repeat()).isTrue();
            assertThat(name(1)).isEqualTo(new Opened.Unreadable());
        }
    }

    @Test
    void aKeyStoreFromABackupBringsNobodyBack() {
        Map<Subject, byte[]> backup;
        try (PersonalDataFixture fixture = start()) {
            fixture.send(1, RecordMemberProfile.class, PROFILE);
            backup = wrapped(LAN);
            fixture.send(2, EraseMemberData.class, ERASURE);
        }

        MemorySubjectKeys restored = restored(backup);
        try (PersonalDataFixture next = new PersonalDataFixture(ledger, ledger, restored, restored, master)) {
            assertThat(restored.find(LAN))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
            assertThatThrownBy(() -> next.send(3, RecordMemberProfile.class, PROFILE))
                    .isInstanceOf(RuleViolatedException.class);
        }
    }

    @Test
    void aLedgerFromABackupBringsNobodyBack() {
        MemoryLedger backup = new MemoryLedger("test/erasure", CLOCK);
        try (PersonalDataFixture fixture = start()) {
            fixture.send(1, RecordMemberProfile.class, PROFILE);
            copy(ledger.commit(1).orElseThrow(), backup);
            fixture.send(2, EraseMemberData.class, ERASURE);
        }

        try (PersonalDataFixture next = new PersonalDataFixture(backup, backup, keys, keys, master)) {
            assertThat(backup.tail().number()).isEqualTo(1);
            assertThat(name(1)).isEqualTo(new Opened.Unreadable());
            assertThatThrownBy(() -> next.send(3, RecordMemberProfile.class, PROFILE))
                    .isInstanceOf(LedgerException.Unavailable.class)
                    .hasMessageContaining("is damaged");
        }
    }

    /** A requester outside any known household: each store in turn is restored from a backup older than the erasure. */
    @Test
    void neitherBackupBringsARequesterBack() {
        MemoryLedger before = new MemoryLedger("test/erasure", CLOCK);
        Map<Subject, byte[]> backup;
        try (PersonalDataFixture fixture = start()) {
            receive(fixture);
            assertThat(requester(ledger)).isEqualTo(new Opened.Clear("Trần Văn Minh"));
            backup = wrapped(REQUEST);
            copyAll(before);
            fixture.send(5, EraseRequestData.class, ERASURE.replace("'member':'lan'", "'request':'r-1'"));
            assertThat(requester(ledger)).as("destroyed before it is answered").isEqualTo(new Opened.Unreadable());
        }

        try (PersonalDataFixture next = new PersonalDataFixture(before, before, keys, keys, master)) {
            assertThat(next).isNotNull();
            assertThat(requester(before)).isEqualTo(new Opened.Unreadable());
        }
        MemorySubjectKeys restored = restored(backup);
        try (PersonalDataFixture next = new PersonalDataFixture(ledger, ledger, restored, restored, master)) {
            assertThat(next).isNotNull();
            assertThat(restored.find(REQUEST))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
        }
    }

    private static void receive(PersonalDataFixture fixture) {
        String instrument = "'instrument':{'number':'1/QĐ','signedOn':'2026-01-05'},'effectiveFrom':'2026-01-10'}";
        fixture.send(
                1,
                EstablishUnit.class,
                "{'unit':'p','kind':'PROVINCE','name':'Bình Dương','officialCode':'74'," + instrument);
        fixture.send(
                2,
                EstablishUnit.class,
                "{'unit':'w','kind':'WARD','name':'Phường 1','officialCode':'25741','parent':'p'," + instrument);
        fixture.send(
                3,
                EstablishUnit.class,
                "{'unit':'kp','kind':'NEIGHBOURHOOD','name':'Khu phố 1','parent':'w'," + instrument);
        fixture.send(
                4,
                ReceiveSupportRequest.class,
                "{'request':'r-1','unit':'kp','source':'HOTLINE','topics':['VNEID'],'receivedOn':'2026-06-30',"
                        + "'requesterName':'Trần Văn Minh'}");
    }

    private Opened requester(MemoryLedger source) {
        SupportRequestReceived event = (SupportRequestReceived) event(source, 4);
        return new PersonalDataReader(keys, master)
                .of(REQUEST)
                .text(REQUEST, "requesterName", Objects.requireNonNull(event.requesterName()));
    }

    @Test
    void everyErasureIsFoundHoweverManyThereAre() {
        try (PersonalDataFixture fixture = start()) {
            for (int i = 0; i < ERASED; i++) {
                fixture.send(i + 1, EraseMemberData.class, ERASURE.replace("'lan'", "'m-" + i + "'"));
            }
        }
        MemorySubjectKeys empty = new MemorySubjectKeys(CLOCK);
        try (PersonalDataFixture next = new PersonalDataFixture(ledger, ledger, empty, empty, master)) {
            assertThat(next).isNotNull();
        }
        for (int i = 0; i < ERASED; i++) {
            assertThat(empty.find(Subject.of(new MemberId("m-" + i)))).isPresent();
        }
    }

    private Opened name(long commit) {
        Sealed name = ((MemberProfileRecorded) event(ledger, commit)).name();
        return new PersonalDataReader(keys, master).of(LAN).text(LAN, "name", name);
    }

    private static DomainEvent event(MemoryLedger source, long commit) {
        RecordedEvent first = source.commit(commit).orElseThrow().events().getFirst();
        return EventCodec.product().decode(first.type(), first.payload());
    }

    private Map<Subject, byte[]> wrapped(Subject subject) {
        return keys.find(List.of(subject)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, key -> ((StoredKey.Wrapped) key.getValue()).bytes()));
    }

    private MemorySubjectKeys restored(Map<Subject, byte[]> backup) {
        MemorySubjectKeys restored = new MemorySubjectKeys(CLOCK);
        restored.proveIfAbsent(master.proof());
        restored.createIfAbsent(backup);
        return restored;
    }

    private void copyAll(MemoryLedger to) {
        LongStream.rangeClosed(1, ledger.tail().number())
                .forEach(number -> copy(ledger.commit(number).orElseThrow(), to));
    }

    private static void copy(Commit commit, MemoryLedger to) {
        to.append(Drafts.of(commit));
    }

    /** A key store that fails at the first destruction, before or after it destroys the key. */
    private SubjectKeyWriter failing(boolean destroys) {
        FailingKeyWriter writer = new FailingKeyWriter();
        writer.unavailable = true;
        writer.destroysAnyway = destroys;
        return writer;
    }

    private final class FailingKeyWriter implements SubjectKeyWriter {

        private boolean unavailable;
        private boolean destroysAnyway;

        @Override
        public Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
            return keys.createIfAbsent(wrapped);
        }

        @Override
        public void destroy(Collection<Subject> subjects) {
            if (!unavailable || destroysAnyway) {
                keys.destroy(subjects);
            }
            if (unavailable) {
                throw new LedgerException.Unavailable("away", Duration.ofSeconds(1), null);
            }
        }

        @Override
        public byte[] proveIfAbsent(byte[] proof) {
            return keys.proveIfAbsent(proof);
        }
    }
}
