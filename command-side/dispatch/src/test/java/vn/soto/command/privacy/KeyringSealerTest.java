package vn.soto.command.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.soto.domain.person.PersonRule.PERSONAL_DATA_IS_ABOUT_SOMEBODY;
import static vn.soto.domain.person.PersonRule.PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER;
import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureEvent;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.person.PersonCommand.RecordMemberProfile;
import vn.soto.domain.shared.ClientCommand;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.DataSubject;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.events.ValueModule;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.StoredKey;

final class KeyringSealerTest {

    @ClientCommand(as = "visit", at = "visits")
    record Visit(
            @DataSubject @Nullable HouseholdId household,
            @DataSubject @Nullable BusinessId business,
            Detail detail) implements Command {}

    record Detail(@Nullable Sealed note, int count) {}

    @ClientCommand(as = "open-shop", at = "shops")
    record OpenShop(@DataSubject @TargetAggregateIdentifier BusinessId business, Sealed ownerName) implements Command {}

    @ClientCommand(as = "about-nobody", at = "x")
    record AboutNobody(Sealed note) implements Command {}

    @ClientCommand(as = "in-a-list", at = "x")
    record InAList(@DataSubject MemberId member, List<Sealed> notes) implements Command {}

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);
    private static final UUID COMMAND = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final Subject LAN = Subject.of(new MemberId("lan"));

    private final JsonMapper json =
            JsonMapper.builder().addModule(new ValueModule()).build();
    private final MasterKey master = MasterKey.parse(MasterKey.freshText(), "test");
    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
    private final MemoryLedger ledger = new MemoryLedger("test/sealer", CLOCK);
    private final Keyring keyring = Keyring.open(keys, keys, master, "test");
    private final KeyringSealer sealer = new KeyringSealer(
            keyring,
            ledger,
            Stream.concat(DomainModel.commands().stream(), Stream.of(Visit.class, OpenShop.class))
                    .toList());

    @Test
    void sealsEachPersonalTextForItsSubjectAndLeavesTheRest() {
        ObjectNode payload = object("{'member':'lan','name':' Nguyễn  Thị Lan','phone':'+84 912 345 678'}");

        ObjectNode sealed = seal(RecordMemberProfile.class, payload, COMMAND);

        RecordMemberProfile command = json.treeToValue(sealed, RecordMemberProfile.class);
        assertThat(command.member()).isEqualTo(new MemberId("lan"));
        assertThat(open(LAN, "name", command.name())).isEqualTo("Nguyễn Thị Lan");
        assertThat(open(LAN, "phone", java.util.Objects.requireNonNull(command.phone())))
                .isEqualTo("0912345678");
        assertThat(payload.get("name").asString()).as("what was given").isEqualTo(" Nguyễn  Thị Lan");
    }

    @Test
    void leavesWhatIsAbsentAbsent() {
        for (String phone : new String[] {"", ",'phone':null"}) {
            ObjectNode sealed =
                    seal(RecordMemberProfile.class, object("{'member':'lan','name':'Lan'" + phone + "}"), COMMAND);
            assertThat(json.treeToValue(sealed, RecordMemberProfile.class).phone())
                    .isNull();
        }
    }

    @Test
    void sealsInsideRecordsAndTakesTheFirstSubjectThatIsGiven() {
        ObjectNode sealed = seal(
                Visit.class,
                object("{'household':null,'business':'b-1','detail':{'note':'có chó dữ','count':2}}"),
                COMMAND);

        Visit visit = json.treeToValue(sealed, Visit.class);
        assertThat(visit.detail().count()).isEqualTo(2);
        assertThat(open(
                        Subject.of(new BusinessId("b-1")),
                        "detail.note",
                        java.util.Objects.requireNonNull(visit.detail().note())))
                .isEqualTo("có chó dữ");
    }

    @Test
    void sealsEachItemOfAListForItsOwnSubject() {
        ObjectNode sealed = seal(
                FormTeam.class,
                object("{'members':[{'member':'lan','name':'Nguyễn  Thị Lan','phone':'0912 345 678'},"
                        + "{'member':'mai','name':'Trần Mai'},{'member':'hung'},'no member']}"),
                COMMAND);

        assertThat(openItem(sealed, 0, LAN, "name")).isEqualTo("Nguyễn Thị Lan");
        assertThat(openItem(sealed, 0, LAN, "phone")).isEqualTo("0912345678");
        assertThat(openItem(sealed, 1, Subject.of(new MemberId("mai")), "name")).isEqualTo("Trần Mai");
        assertThat(sealed.path("members").get(2)).isEqualTo(object("{'member':'hung'}"));
        assertThat(keys.find(Subject.of(new MemberId("hung")))).isEmpty();
    }

    @Test
    void namesTheItemWhoseTextIsRefused() {
        assertThatThrownBy(() -> seal(
                        FormTeam.class,
                        object(
                                "{'members':[{'member':'lan','name':'Lan'},{'member':'mai','name':'Mai','phone':'12'}]}"),
                        COMMAND))
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.arguments()).containsExactly("members.1.phone"));
        assertThat(keys.find(LAN)).as("checked before a key is made").isEmpty();
    }

    private String openItem(ObjectNode sealed, int item, Subject subject, String field) {
        return open(
                subject,
                field,
                new Sealed(sealed.path("members").get(item).path(field).asString()));
    }

    @Test
    void takesTheCommandsIdForWhatTheCommandCreates() {
        ObjectNode sealed = seal(OpenShop.class, object("{'ownerName':'Trần Văn Minh'}"), COMMAND);

        assertThat(open(
                        Subject.of(new BusinessId(COMMAND.toString())),
                        "ownerName",
                        new Sealed(sealed.get("ownerName").asString())))
                .isEqualTo("Trần Văn Minh");
    }

    @Test
    void refusesPersonalDataAboutNobody() {
        refused(Visit.class, "{'detail':{'note':'có chó dữ','count':2}}", PERSONAL_DATA_IS_ABOUT_SOMEBODY);
        assertThat(seal(Visit.class, object("{'detail':{'count':2}}"), COMMAND))
                .as("nothing personal")
                .isEqualTo(object("{'detail':{'count':2}}"));
    }

    @Test
    void checksEverythingBeforeAKeyIsMade() {
        refused(
                RecordMemberProfile.class,
                "{'member':'lan','name':'Lan 079123456789'}",
                PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER);

        assertThat(keys.find(LAN)).isEmpty();
    }

    /** The command reader refuses such values; no message repeats the value. */
    @Test
    void leavesWhatIsNoTextToTheReaderAndSealsForNobodyWhoseIdIsNone() {
        ObjectNode number =
                seal(RecordMemberProfile.class, object("{'member':'lan','name':'Lan','phone':912345678}"), COMMAND);
        ObjectNode malformed =
                seal(RecordMemberProfile.class, object("{'member':'Chị Lan','name':'Nguyễn Thị Lan'}"), COMMAND);

        ObjectNode noText =
                seal(RecordMemberProfile.class, object("{'member':{'id':7},'name':'Nguyễn Thị Lan'}"), COMMAND);

        assertThat(malformed.toString() + noText).doesNotContain("Nguyễn");
        for (ObjectNode wrong : List.of(number, malformed, noText)) {
            assertThatThrownBy(() -> json.treeToValue(wrong, RecordMemberProfile.class))
                    .hasMessageNotContaining("912345678")
                    .hasMessageNotContaining("Lan");
        }
        assertThat(keys.find(Subject.parse("member:nobody"))).isEmpty();
    }

    @Test
    void refusesAnErasedSubjectUnlessTheCommandWasRecordedBefore() {
        keyring.destroy(List.of(LAN));
        append(
                new UUID(7, 9),
                "erasures.listed.v1",
                new StreamPosition("erasures", ErasureEvent.LIST, 0),
                LAN.toString());
        String profile = "{'member':'lan','name':'Nguyễn Thị Lan'}";

        refused(RecordMemberProfile.class, profile, SUBJECT_IS_NOT_ERASED);

        record(COMMAND);
        ObjectNode again = seal(RecordMemberProfile.class, object(profile), COMMAND);
        assertThat(again.toString()).doesNotContain("Nguyễn");
        assertThat(new PersonalDataReader(keys, master)
                        .of(LAN)
                        .text(LAN, "name", new Sealed(again.get("name").asString())))
                .isEqualTo(new Opened.Unreadable());
    }

    /** Zeros in the key store are no erasure. */
    @Test
    void saysThatAKeyIsDamagedIfTheLedgerDoesNotSayThatTheSubjectIsErased() {
        keyring.destroy(List.of(LAN));
        Subject minh = Subject.of(new MemberId("minh"));
        keys.createIfAbsent(Map.of(minh, new byte[StoredKey.LENGTH]));
        for (String member : List.of("lan", "minh")) {
            ObjectNode profile = object("{'member':'" + member + "','name':'Nguyễn'}");
            assertThatThrownBy(() -> seal(RecordMemberProfile.class, profile, COMMAND))
                    .isInstanceOf(LedgerException.Unavailable.class)
                    .hasMessageContaining("Khóa")
                    .hasMessageContaining("is damaged");
            assertThatThrownBy(() -> sealer.sealForDryRun(RecordMemberProfile.class, profile))
                    .isInstanceOf(LedgerException.Unavailable.class);
        }
    }

    @Test
    void aCommandSaysWhomItsPersonalDataIsAbout() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyringSealer(keyring, ledger, List.of(AboutNobody.class)))
                .withMessageContaining("subject of [note]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KeyringSealer(keyring, ledger, List.of(InAList.class)))
                .withMessageContaining("notes");
    }

    private void refused(Class<? extends Command> kind, String payload, Rule rule) {
        assertThatThrownBy(() -> seal(kind, object(payload), COMMAND))
                .isInstanceOfSatisfying(RuleViolatedException.class, refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.toString()).doesNotContain("079").doesNotContain("Lan");
                });
    }

    private String open(Subject subject, String field, Sealed sealed) {
        return new PersonalDataReader(keys, master).of(subject).text(subject, field, sealed)
                        instanceof Opened.Clear(String text)
                ? text
                : "";
    }

    private ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text.replace('\'', '"'));
    }

    private void record(UUID command) {
        append(command, "test.happened", null);
    }

    private void append(UUID command, String type, @Nullable StreamPosition place, String... tags) {
        RecordedEvent event = new RecordedEvent(
                "e-" + command,
                CLOCK.instant(),
                new EventType(type, "1"),
                place,
                new java.util.TreeMap<>(),
                List.of(tags),
                new Payload("json", new byte[] {'{', '}'}));
        ledger.append(new Draft(
                command,
                new Origin.Command(command, "record-member-profile", Hash.sha256()),
                "an",
                null,
                null,
                "c",
                "c",
                List.of(event),
                List.of()));
    }

    /** Seals as for a command that is then accepted. */
    private ObjectNode seal(Class<? extends Command> kind, ObjectNode payload, UUID command) {
        try (PersonalDataSealer.Held sealed = sealer.sealHeld(kind, payload, command, command)) {
            keyring.keep(command);
            return sealed.payload();
        }
    }
}
