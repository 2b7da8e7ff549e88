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
import vn.soto.ledger.Draft;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.SubjectKeyWriter;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.StoredKey;

/** First the ledger, then the key, then the answer; whatever breaks off between. */
final class ErasureTest {

    private static final Subject LAN = Subject.of(new MemberId("lan"));
    private static final String PROFILE = "{'member':'lan','name':'Nguyễn Thị Lan'}";
    private static final Subject REQUEST = Subject.of(new SupportRequestId("r-1"));
    private static final String ERASURE = "{'member':'lan','basis':'REQUEST_OF_THE_SUBJECT','reason':'có đơn yêu cầu'}";

    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/erasure", CLOCK);

    private PersonalDataFixture bureau() {
        return bureau(keys);
    }

    private PersonalDataFixture bureau(SubjectKeyWriter writer) {
        return new PersonalDataFixture(ledger, ledger, keys, writer, master);
    }

    @Test
    void destroysTheKeyBeforeItIsAnswered() {
        try (PersonalDataFixture bureau = bureau()) {
            bureau.send(1, RecordMemberProfile.class, PROFILE);
            assertThat(name(1)).isEqualTo(new Opened.Clear("Nguyễn Thị Lan"));

            bureau.send(2, EraseMemberData.class, ERASURE);

            assertThat(name(1)).isEqualTo(new Opened.Erased());
        }
    }

    @Test
    void nothingIsSealedAboutTheErased() {
        try (PersonalDataFixture bureau = bureau()) {
            bureau.send(1, EraseMemberData.class, ERASURE);

            assertThatThrownBy(() -> bureau.send(2, RecordMemberProfile.class, PROFILE))
                    .isInstanceOfSatisfying(
                            RuleViolatedException.class,
                            refused -> assertThat(refused.rule()).isEqualTo(SUBJECT_IS_NOT_ERASED));
            assertThat(keys.find(LAN))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
        }
    }

    @Test
    void aRepeatGetsTheFirstOutcomeWhateverNameItBringsAndAlsoAfterTheErasure() {
        try (PersonalDataFixture bureau = bureau()) {
            CommandOutcome first = bureau.send(1, RecordMemberProfile.class, PROFILE);
            CommandOutcome repeat = bureau.send(1, RecordMemberProfile.class, PROFILE);
            CommandOutcome renamed = bureau.send(1, RecordMemberProfile.class, PROFILE.replace("Thị Lan", "Thị Mai"));
            bureau.send(2, EraseMemberData.class, ERASURE);
            CommandOutcome late = bureau.send(1, RecordMemberProfile.class, PROFILE);

            assertThat(List.of(repeat, renamed, late)).allSatisfy(outcome -> {
                assertThat(outcome.commit()).isEqualTo(first.commit());
                assertThat(outcome.repeat()).isTrue();
            });
            assertThat(ledger.tail().number()).isEqualTo(2);
        }
    }

    /** Crash point: appended, not destroyed. */
    @Test
    void aKeyThatWasNotDestroyedInTimeIsDestroyedByTheNextStart() {
        try (PersonalDataFixture dying = bureau(dying(false))) {
            dying.send(1, RecordMemberProfile.class, PROFILE);
            assertThatThrownBy(() -> dying.send(2, EraseMemberData.class, ERASURE))
                    .as("nobody is told that it is done")
                    .isInstanceOf(LedgerException.Uncertain.class);
        }
        assertThat(ledger.aggregate(ErasureEvent.LIST, 0, 10)).hasSize(1);
        assertThat(name(1)).as("the key is still there").isInstanceOf(Opened.Clear.class);

        try (PersonalDataFixture next = bureau()) {
            assertThat(name(1)).isEqualTo(new Opened.Erased());
            assertThat(next.send(2, EraseMemberData.class, ERASURE).repeat()).isTrue();
        }
    }

    /** Its pair: destroyed, not answered. */
    @Test
    void whoAsksAgainIsTold() {
        try (PersonalDataFixture dying = bureau(dying(true))) {
            dying.send(1, RecordMemberProfile.class, PROFILE);
            assertThatThrownBy(() -> dying.send(2, EraseMemberData.class, ERASURE))
                    .isInstanceOf(LedgerException.Uncertain.class);
        }
        assertThat(name(1)).isEqualTo(new Opened.Erased());

        try (PersonalDataFixture next = bureau()) {
            assertThat(next.send(2, EraseMemberData.class, ERASURE).repeat()).isTrue();
        }
        assertThat(ledger.tail().number()).isEqualTo(2);
    }

    /** In the same process: the store was away for a moment. */
    @Test
    void askingAgainDestroysTheKeyWithoutARestart() {
        Moody moody = new Moody();
        try (PersonalDataFixture bureau = bureau(moody)) {
            bureau.send(1, RecordMemberProfile.class, PROFILE);
            moody.away = true;
            assertThatThrownBy(() -> bureau.send(2, EraseMemberData.class, ERASURE))
                    .isInstanceOf(LedgerException.Uncertain.class);
            moody.away = false;

            assertThat(bureau.send(2, EraseMemberData.class, ERASURE).repeat()).isTrue();
            assertThat(name(1)).isEqualTo(new Opened.Erased());
        }
    }

    @Test
    void aKeyStoreFromABackupBringsNobodyBack() {
        Map<Subject, byte[]> backup;
        try (PersonalDataFixture bureau = bureau()) {
            bureau.send(1, RecordMemberProfile.class, PROFILE);
            backup = wrapped(LAN);
            bureau.send(2, EraseMemberData.class, ERASURE);
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
        try (PersonalDataFixture bureau = bureau()) {
            bureau.send(1, RecordMemberProfile.class, PROFILE);
            copy(ledger.commit(1).orElseThrow(), backup);
            bureau.send(2, EraseMemberData.class, ERASURE);
        }

        try (PersonalDataFixture next = new PersonalDataFixture(backup, backup, keys, keys, master)) {
            assertThat(backup.tail().number()).isEqualTo(1);
            assertThat(name(1)).isEqualTo(new Opened.Erased());
            assertThatThrownBy(() -> next.send(3, RecordMemberProfile.class, PROFILE))
                    .isInstanceOf(RuleViolatedException.class);
        }
    }

    /** Whoever asked and is of no household known: both stores come back from before the erasure, one at a time. */
    @Test
    void neitherBackupBringsARequesterBack() {
        MemoryLedger before = new MemoryLedger("test/erasure", CLOCK);
        Map<Subject, byte[]> backup;
        try (PersonalDataFixture bureau = bureau()) {
            receive(bureau);
            assertThat(requester(ledger)).isEqualTo(new Opened.Clear("Trần Văn Minh"));
            backup = wrapped(REQUEST);
            copyAll(before);
            bureau.send(5, EraseRequestData.class, ERASURE.replace("'member':'lan'", "'request':'r-1'"));
            assertThat(requester(ledger)).as("destroyed before it is answered").isEqualTo(new Opened.Erased());
        }

        try (PersonalDataFixture next = new PersonalDataFixture(before, before, keys, keys, master)) {
            assertThat(next).isNotNull();
            assertThat(requester(before)).isEqualTo(new Opened.Erased());
        }
        MemorySubjectKeys restored = restored(backup);
        try (PersonalDataFixture next = new PersonalDataFixture(ledger, ledger, restored, restored, master)) {
            assertThat(next).isNotNull();
            assertThat(restored.find(REQUEST))
                    .hasValueSatisfying(key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
        }
    }

    private static void receive(PersonalDataFixture bureau) {
        String instrument = "'instrument':{'number':'1/QĐ','signedOn':'2026-01-05'},'effectiveFrom':'2026-01-10'}";
        bureau.send(
                1,
                EstablishUnit.class,
                "{'unit':'p','kind':'PROVINCE','name':'Bình Dương','officialCode':'74'," + instrument);
        bureau.send(
                2,
                EstablishUnit.class,
                "{'unit':'w','kind':'WARD','name':'Phường 1','officialCode':'25741','parent':'p'," + instrument);
        bureau.send(
                3,
                EstablishUnit.class,
                "{'unit':'kp','kind':'NEIGHBOURHOOD','name':'Khu phố 1','parent':'w'," + instrument);
        bureau.send(
                4,
                ReceiveSupportRequest.class,
                "{'request':'r-1','unit':'kp','source':'HOTLINE','topics':['VNEID'],'receivedOn':'2026-06-30',"
                        + "'requesterName':'Trần Văn Minh'}");
    }

    private Opened requester(MemoryLedger where) {
        SupportRequestReceived event = (SupportRequestReceived) event(where, 4);
        return new PersonalDataReader(keys, master)
                .of(REQUEST)
                .text(REQUEST, "requesterName", Objects.requireNonNull(event.requesterName()));
    }

    @Test
    void everyErasureIsFoundHoweverManyThereAre() {
        try (PersonalDataFixture bureau = bureau()) {
            for (int i = 0; i < 1_100; i++) {
                bureau.send(i + 1, EraseMemberData.class, ERASURE.replace("'lan'", "'m-" + i + "'"));
            }
        }
        MemorySubjectKeys empty = new MemorySubjectKeys(CLOCK);
        try (PersonalDataFixture next = new PersonalDataFixture(ledger, ledger, empty, empty, master)) {
            assertThat(next).isNotNull();
        }
        for (int i = 0; i < 1_100; i++) {
            assertThat(empty.find(Subject.of(new MemberId("m-" + i)))).isPresent();
        }
    }

    private Opened name(long commit) {
        Sealed name = ((MemberProfileRecorded) event(ledger, commit)).name();
        return new PersonalDataReader(keys, master).of(LAN).text(LAN, "name", name);
    }

    private static DomainEvent event(MemoryLedger where, long commit) {
        RecordedEvent first = where.commit(commit).orElseThrow().events().getFirst();
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
        to.append(new Draft(
                commit.id(),
                commit.origin(),
                commit.actor(),
                commit.reason(),
                commit.corrects(),
                commit.correlation(),
                commit.causation(),
                commit.events(),
                List.of()));
    }

    /** Dies at the first destruction, before or after it is done. */
    private SubjectKeyWriter dying(boolean done) {
        Moody moody = new Moody();
        moody.away = true;
        moody.doneAllTheSame = done;
        return moody;
    }

    private final class Moody implements SubjectKeyWriter {

        private boolean away;
        private boolean doneAllTheSame;

        @Override
        public Map<Subject, StoredKey> createIfAbsent(Map<Subject, byte[]> wrapped) {
            return keys.createIfAbsent(wrapped);
        }

        @Override
        public void destroy(Collection<Subject> subjects) {
            if (!away || doneAllTheSame) {
                keys.destroy(subjects);
            }
            if (away) {
                throw new LedgerException.Unavailable("away", Duration.ofSeconds(1), null);
            }
        }

        @Override
        public byte[] proveIfAbsent(byte[] proof) {
            return keys.proveIfAbsent(proof);
        }
    }
}
