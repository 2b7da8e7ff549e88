package vn.soto.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;

final class SubjectKeyTest {

    private static final Subject LAN = Subject.of(new MemberId("lan-1"));
    private static final Subject MINH = Subject.of(new MemberId("minh-2"));
    private static final UUID COMMAND = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final String NAME = "Nguyễn Thị Lan";

    private final SubjectKey key = SubjectKey.fresh(LAN);
    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");

    @Test
    void opensWhatItSealed() {
        Sealed sealed = key.seal(NAME, COMMAND, "name");

        assertThat(key.open(sealed, "name")).contains(NAME);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(key.seal(NAME, COMMAND, "name")).isNotEqualTo(key.seal(NAME, COMMAND, "name"));
    }

    @Test
    void opensNothingAsAnotherFieldOrUnderAnotherKey() {
        Sealed sealed = key.seal(NAME, COMMAND, "name");

        assertThat(key.open(sealed, "phone")).isEmpty();
        assertThat(SubjectKey.fresh(LAN).open(sealed, "name")).isEmpty();
        assertThat(new SubjectKey(MINH, key.bytes()).open(sealed, "name"))
                .as("the same key, of another subject")
                .isEmpty();
    }

    @Test
    void opensNothingThatWasAlteredOrCameWithAnotherCommand() {
        String text = key.seal(NAME, COMMAND, "name").text();

        for (int i = 0; i < text.length() - 1; i++) {
            char other = text.charAt(i) == 'A' ? 'B' : 'A';
            Sealed altered = new Sealed(text.substring(0, i) + other + text.substring(i + 1));
            assertThat(key.open(altered, "name")).as("character %d", i).isEmpty();
        }
    }

    @Test
    void opensNothingThatIsNoSealedText() {
        for (String text : new String[] {"A".repeat(20), "A".repeat(21), "_".repeat(6000)}) {
            assertThat(key.open(new Sealed(text), "name")).isEmpty();
        }
    }

    @Test
    void sealsTheLongestNoteThereIs() {
        String note = "ữ".repeat(500);

        assertThat(key.open(key.seal(note, COMMAND, "note"), "note")).contains(note);
    }

    @Test
    void isWrappedForItsSubjectAndUnderOneMasterKey() {
        StoredKey.Wrapped wrapped = new StoredKey.Wrapped(master.wrap(key));

        assertThat(wrapped.bytes()).hasSize(StoredKey.LENGTH);
        assertThat(master.unwrap(LAN, wrapped)).contains(key);
        assertThat(master.unwrap(MINH, wrapped)).isEmpty();
        assertThat(MasterKey.parse(MasterKey.freshText(), "test").unwrap(LAN, wrapped))
                .isEmpty();
        assertThat(master.unwrap(LAN, new StoredKey.Wrapped(new byte[0]))).isEmpty();
    }

    @Test
    void isNeverShown() {
        String hex = HexFormat.of().formatHex(key.bytes());

        assertThat(key.toString()).isEqualTo("SubjectKey[member:lan-1]").doesNotContain(hex);
        assertThat(master.toString()).isEqualTo("MasterKey[]");
        assertThat(new Opened.Clear(NAME).toString()).doesNotContain("Lan");
    }

    @Test
    void theMasterKeyKnowsItsStore() {
        assertThat(master.made(master.proof())).isTrue();
        assertThat(MasterKey.parse(MasterKey.freshText(), "test").made(master.proof()))
                .isFalse();
    }

    /** Computed by a program that shares no code with this module, after FORMAT.md. */
    @Test
    void readsTheVectorForEver() throws IOException {
        Map<String, String> vector = vector();
        MasterKey known = MasterKey.parse(vector.getOrDefault("master", ""), "vector");
        Subject subject = Subject.parse(vector.getOrDefault("subject", ""));
        StoredKey.Wrapped wrapped = new StoredKey.Wrapped(HexFormat.of().parseHex(vector.getOrDefault("wrapped", "")));

        SubjectKey unwrapped = known.unwrap(subject, wrapped).orElseThrow();

        assertThat(HexFormat.of().formatHex(unwrapped.bytes())).isEqualTo(vector.get("key"));
        assertThat(unwrapped.open(new Sealed(vector.getOrDefault("sealed", "")), vector.getOrDefault("field", "")))
                .contains(vector.getOrDefault("clear", ""));
        assertThat(known.made(HexFormat.of().parseHex(vector.getOrDefault("proof", ""))))
                .isTrue();
        assertThat(known.fingerprint(vector.getOrDefault("clear", ""))).isEqualTo(vector.get("fingerprint"));
    }

    @Test
    void subjectsOfOneIdAreNotOneSubject() {
        assertThat(Subject.of(new HouseholdId("lan-1"))).isNotEqualTo(LAN);
        assertThat(Subject.parse("household:lan-1")).isEqualTo(Subject.of(new HouseholdId("lan-1")));
    }

    private static Map<String, String> vector() throws IOException {
        Properties read = new Properties();
        try (InputStream in = SubjectKeyTest.class.getResourceAsStream("/vectors/sealed.properties")) {
            assertThat(in).isNotNull();
            read.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        Map<String, String> vector = new java.util.TreeMap<>();
        read.stringPropertyNames().forEach(name -> vector.put(name, read.getProperty(name)));
        return vector;
    }
}
