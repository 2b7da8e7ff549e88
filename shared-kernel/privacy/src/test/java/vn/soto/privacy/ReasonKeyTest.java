package vn.soto.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SequencedMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StatedReason;

/** The text beside a reason; the vector was computed by a program that shares no code with this module. */
final class ReasonKeyTest {

    private final Properties vector = new Properties();
    private final Map<Subject, StoredKey> store = new HashMap<>();
    private MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private PersonalDataReader reader = new PersonalDataReader(keys(), master);
    private Subject household = Subject.parse("household:h-1");
    private Subject member = Subject.parse("member:lan-1");

    @BeforeEach
    void read() throws IOException {
        try (InputStream in = ReasonKeyTest.class.getResourceAsStream("/vectors/reason.properties")) {
            assertThat(in).isNotNull();
            vector.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        master = MasterKey.parse(text("master"), "vector");
        reader = new PersonalDataReader(keys(), master);
        household = Subject.parse(text("household"));
        member = Subject.parse(text("member"));
        store.put(household, wrapped("household.wrapped"));
        store.put(member, wrapped("member.wrapped"));
    }

    @Test
    void readsTheVectorForEver() {
        StatedReason stated = StatedReason.parse(text("header"));

        assertThat(stated).isInstanceOfSatisfying(StatedReason.Coded.class, coded -> {
            assertThat(coded.code()).isEqualTo(ReasonCode.WRONG_ENTRY);
            assertThat(reader.reason(command(), List.of(member, household), sealed()))
                    .isEqualTo(new Opened.Clear(text("clear")));
        });
        assertThat(stated.header()).isEqualTo(text("header"));
        assertThat(reader.pseudonym(member)).isEqualTo(text("pseudonym"));
    }

    @Test
    void isOfItsCommandAndItsSubjectsAlone() {
        assertThat(reader.reason(new UUID(1, 2), List.of(member, household), sealed()))
                .isEqualTo(new Opened.Unreadable());
        assertThat(reader.reason(command(), List.of(member), sealed())).isEqualTo(new Opened.Unreadable());
        assertThat(reader.reason(command(), List.of(), sealed())).isEqualTo(new Opened.Unreadable());
        assertThat(reader.reason(command(), List.of(member, household), new Sealed("AgICAgICAgICAgICAgICAgICAg")))
                .isEqualTo(new Opened.Unreadable());
    }

    @Test
    void goesWithTheFirstSubjectThatIsErased() {
        for (Subject erased : List.of(member, household)) {
            StoredKey before = store.put(erased, new StoredKey.Destroyed(Instant.EPOCH));

            assertThat(reader.reason(command(), List.of(member, household), sealed()))
                    .isEqualTo(new Opened.Unreadable());
            store.put(erased, before);
        }
    }

    @Test
    void isThereForACommitAboutNobodyToo() {
        Sealed text = master.reasonKey(command(), List.of()).seal("Tổ nhập lại");

        assertThat(reader.reason(command(), List.of(), text)).isEqualTo(new Opened.Clear("Tổ nhập lại"));
    }

    private String text(String name) {
        return vector.getProperty(name, "");
    }

    private UUID command() {
        return UUID.fromString(text("command"));
    }

    private Sealed sealed() {
        return new Sealed(text("header").split(" ", -1)[1]);
    }

    private StoredKey.Wrapped wrapped(String name) {
        return new StoredKey.Wrapped(HexFormat.of().parseHex(text(name)));
    }

    private SubjectKeyReader keys() {
        return new SubjectKeyReader() {
            @Override
            public Map<Subject, StoredKey> find(Collection<Subject> subjects) {
                Map<Subject, StoredKey> found = new HashMap<>(store);
                found.keySet().retainAll(subjects);
                return found;
            }

            @Override
            public SequencedMap<String, StoredKey> after(String name, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<byte[]> proof() {
                return Optional.empty();
            }
        };
    }
}
