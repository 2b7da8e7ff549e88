package vn.soto.ledgerwriter.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.ledger.LedgerException;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.MasterKeyRefusedException;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.StoredKey;
import vn.soto.privacy.SubjectKey;
import vn.soto.privacy.SubjectKeyReader;

/** The behaviour of every key store. */
abstract class SubjectKeysContract {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);
    static final Subject LAN = Subject.of(new MemberId("lan"));
    static final Subject HOME = Subject.of(new HouseholdId("lan"));
    private static final UUID COMMAND = new UUID(7, 1);

    final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");

    abstract SubjectKeyReader reader();

    abstract SubjectKeyWriter writer();

    private Keyring keyring() {
        return Keyring.open(reader(), writer(), master, "test");
    }

    private PersonalDataReader names() {
        return new PersonalDataReader(reader(), master);
    }

    @Test
    void aKeyIsMadeOnceAndReadFromThenOn() {
        Sealed sealed = keyring().keyOf(LAN).orElseThrow().seal("Lan", COMMAND, "name");

        assertThat(keyring().keyOf(LAN).orElseThrow().open(sealed, "name")).contains("Lan");
        assertThat(names().of(LAN).text(LAN, "name", sealed)).isEqualTo(new Opened.Clear("Lan"));
        assertThat(names().of(LAN).text(LAN, "phone", sealed)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void eachSubjectHasAKeyOfItsOwn() {
        Sealed sealed = keyring().keyOf(LAN).orElseThrow().seal("Lan", COMMAND, "name");

        assertThat(keyring().keyOf(HOME).orElseThrow().open(sealed, "name")).isEmpty();
        assertThat(names().of(Set.of(LAN, HOME)).text(HOME, "name", sealed)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void aKeyThatDoesNotOpenIsCountedAndLeavesTheOthersReadable() {
        Sealed sealed = keyring().keyOf(LAN).orElseThrow().seal("Lan", COMMAND, "name");
        byte[] anothers = ((StoredKey.Wrapped) reader().find(LAN).orElseThrow()).bytes();
        writer().createIfAbsent(Map.of(HOME, anothers));
        PersonalDataReader names = names();

        PersonalDataReader.Opening opening = names.of(Set.of(LAN, HOME));
        assertThat(opening.text(LAN, "name", sealed)).isEqualTo(new Opened.Clear("Lan"));
        assertThat(opening.text(HOME, "name", sealed)).isEqualTo(new Opened.Unreadable());
        assertThat(names.reason(COMMAND, Set.of(HOME), sealed)).isEqualTo(new Opened.Unreadable());
        assertThat(names.unopened()).containsExactly(HOME);
        Subject minh = Subject.parse("member:minh");
        assertThat(names.of(minh).text(minh, "name", sealed)).isEqualTo(new Opened.Unreadable());
        assertThat(names.unopened()).as("one without a key").contains(minh);
        assertThatExceptionOfType(LedgerException.Unavailable.class)
                .isThrownBy(() -> keyring().keyOf(HOME))
                .withMessageContaining("is damaged");
    }

    @Test
    void allEntriesAreGoneThroughInPages() {
        keyring().prepare(List.of(LAN, HOME, Subject.parse("member:minh")));
        keyring().destroy(List.of(HOME));
        assertThat(states(2))
                .isEqualTo(Map.of(
                        "member:lan",
                        Keyring.State.OPENS,
                        "household:lan",
                        Keyring.State.DESTROYED,
                        "member:minh",
                        Keyring.State.OPENS));
    }

    /** Of all entries by their names, read in pages. */
    final Map<String, Keyring.State> states(int atOnce) {
        Map<String, Keyring.State> states = new HashMap<>();
        for (var page = keyring().statesAfter("", atOnce);
                !page.isEmpty();
                page = keyring().statesAfter(page.lastEntry().getKey(), atOnce)) {
            page.forEach((name, state) ->
                    assertThat(states.put(name, state)).as(name).isNull());
        }
        return states;
    }

    @Test
    void whoIsNotThereHasNoKeyAndNothingOpens() {
        Sealed sealed = SubjectKey.fresh(LAN).seal("Lan", COMMAND, "name");

        assertThat(reader().find(LAN)).isEmpty();
        assertThat(reader().find(List.of())).isEmpty();
        assertThat(names().of(LAN).text(LAN, "name", sealed)).isEqualTo(new Opened.Unreadable());
    }

    @Test
    void aDestroyedKeyIsGoneForEverAndSaysSo() {
        Keyring keyring = keyring();
        Sealed sealed = keyring.keyOf(LAN).orElseThrow().seal("Lan", COMMAND, "name");

        keyring.destroy(List.of(LAN));

        assertThat(keyring.keyOf(LAN)).isEmpty();
        assertThat(names().of(LAN).text(LAN, "name", sealed)).isEqualTo(new Opened.Unreadable());
        assertThat(reader().find(LAN))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(new StoredKey.Destroyed(CLOCK.instant())));
        assertThat(keyring().keyOf(HOME)).as("somebody else").isPresent();
    }

    @Test
    void whoNeverHadAKeyGetsNoneOnceErased() {
        keyring().destroy(List.of(LAN, HOME));
        keyring().prepare(List.of(LAN, HOME));

        assertThat(keyring().keyOf(LAN)).isEmpty();
        assertThat(keyring().keyOf(HOME)).isEmpty();
    }

    @Test
    void destroyingAgainChangesNothing() {
        keyring().keyOf(LAN);
        keyring().destroy(List.of(LAN));
        keyring().destroy(List.of(LAN));

        assertThat(reader().find(LAN))
                .hasValueSatisfying(key -> assertThat(key).isEqualTo(new StoredKey.Destroyed(CLOCK.instant())));
    }

    @Test
    void manyKeysAreMadeTogetherAndThoseThatAreThereStay() {
        Keyring keyring = keyring();
        Sealed sealed = keyring.keyOf(LAN).orElseThrow().seal("Lan", COMMAND, "name");
        List<Subject> many = new ArrayList<>(IntStream.range(0, 1_200)
                .mapToObj(i -> Subject.of(new HouseholdId("h-" + i)))
                .toList());
        many.add(LAN);

        keyring.prepare(many);

        assertThat(reader().find(many)).hasSize(1_201);
        assertThat(keyring.keyOf(LAN).orElseThrow().open(sealed, "name")).contains("Lan");
    }

    @Test
    void aStoreKnowsItsMasterKey() {
        assertThat(reader().proof()).isEmpty();
        keyring().keyOf(LAN);

        MasterKey other = MasterKey.parse(MasterKey.freshText(), "test");
        assertThatThrownBy(() -> Keyring.open(reader(), writer(), other, "other.key"))
                .isInstanceOf(MasterKeyRefusedException.class)
                .hasMessageContaining("other.key");
        assertThatThrownBy(() -> other.requireFor(reader(), "other.key")).isInstanceOf(MasterKeyRefusedException.class);
        assertThat(master.requireFor(reader(), "test")).isSameAs(master);
    }

    /** 64 at once, each subject wanted by all of them. */
    @Test
    void ofAllWhoCreateAKeyAtOnceEachGetsTheSame() throws InterruptedException, ExecutionException {
        Keyring keyring = keyring();
        List<Subject> subjects = IntStream.range(0, 8)
                .mapToObj(i -> Subject.of(new MemberId("m-" + i)))
                .toList();
        List<Sealed> sealed = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Sealed>>> calls = IntStream.range(0, 64)
                    .<Callable<List<Sealed>>>mapToObj(i -> () -> subjects.stream()
                            .map(subject -> keyring.keyOf(subject).orElseThrow().seal("Lan", COMMAND, "name"))
                            .toList())
                    .toList();
            for (Future<List<Sealed>> call : callers.invokeAll(calls)) {
                sealed.addAll(call.get());
            }
        }

        Set<Opened> opened = new HashSet<>();
        for (int i = 0; i < sealed.size(); i++) {
            Subject subject = subjects.get(i % subjects.size());
            opened.add(names().of(subject).text(subject, "name", sealed.get(i)));
        }
        assertThat(opened).containsExactly(new Opened.Clear("Lan"));
    }

    /** Whoever comes first: once it is destroyed no later key is there. */
    @Test
    void creatingAndDestroyingAtOnceEndsDestroyed() throws InterruptedException {
        Keyring keyring = keyring();
        for (int round = 0; round < 20; round++) {
            Subject subject = Subject.of(new MemberId("round-" + round));
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Callable<Boolean>> calls = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    calls.add(() -> keyring.keyOf(subject).isPresent());
                }
                calls.add(() -> {
                    keyring.destroy(List.of(subject));
                    return false;
                });
                callers.invokeAll(calls);
            }
            assertThat(keyring.keyOf(subject)).isEmpty();
            assertThat(reader().find(Set.of(subject)))
                    .hasEntrySatisfying(subject, key -> assertThat(key).isInstanceOf(StoredKey.Destroyed.class));
        }
    }

    static Map<Subject, byte[]> wrapped(MasterKey master, Subject subject) {
        return Map.of(subject, master.wrap(SubjectKey.fresh(subject)));
    }
}
