package vn.soto.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandDescriptor;
import vn.soto.command.binding.CommandService;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.NotAllowedException;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.CommandOutcome;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.http.DryRunAnswer.Decided;
import vn.soto.command.privacy.KeyringSealer;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.ErasureBasis;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.DomainModel;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.person.PersonCommand.EraseHouseholdData;
import vn.soto.domain.person.PersonRule;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.domain.shared.Rule;
import vn.soto.domain.shared.RuleViolatedException;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.ledgerwriter.memory.MemoryLedger;
import vn.soto.ledgerwriter.memory.MemorySubjectKeys;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.plans.CommandTrials;
import vn.soto.privacy.MasterKey;

/** The answer to a command that is only tried: its effects, of which nothing is left. */
final class DryRunAnswerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-01T02:03:04Z"), ZoneOffset.UTC);
    private static final JsonMapper JSON = new JsonMapper();
    private static final CommandCatalogue CATALOGUE = CommandCatalogue.product();
    private static final String CONTACT =
            "{'household':'h-1','headName':'Trần Văn Minh','phone':'0987 654 321','address':'Số 12'}";
    private static final String INSTRUMENT =
            "'instrument':{'number':'1/QĐ','signedOn':'2026-01-05'},'effectiveFrom':'2026-01-10'}";

    private final MemoryLedger ledger = new MemoryLedger("test/trial", CLOCK);
    private final MemorySubjectKeys keys = new MemorySubjectKeys(CLOCK);
    private final Keyring keyring = Keyring.open(keys, keys, MasterKey.parse(MasterKey.freshText(), "test"), "test");

    @AutoClose
    private final CommandSide side = CommandSide.start(
            ledger, ledger, keyring, EventCodec.product(), CLOCK, DefaultPolicy.standard(), new SimpleMeterRegistry());

    private final CommandService commands =
            CommandService.over(side, new KeyringSealer(keyring, ledger, DomainModel.commands()));
    private final CommandTrials trials = new CommandTrials(side, commands);
    private long ids;

    @BeforeEach
    void aHouseholdLivesInANeighbourhood() {
        send("establish-unit", "{'unit':'p','kind':'PROVINCE','name':'Bình Dương','officialCode':'74'," + INSTRUMENT);
        send(
                "establish-unit",
                "{'unit':'w','kind':'WARD','name':'Phường 1','officialCode':'25741','parent':'p'," + INSTRUMENT);
        send("establish-unit", "{'unit':'kp','kind':'NEIGHBOURHOOD','name':'Khu phố 1','parent':'w'," + INSTRUMENT);
        send("establish-unit", "{'unit':'kp-2','kind':'NEIGHBOURHOOD','name':'Khu phố 2','parent':'w'," + INSTRUMENT);
        side.gateway()
                .submit(
                        request(Role.ADMINISTRATOR),
                        new RegisterHousehold(new HouseholdId("h-1"), new UnitId("kp"), "KP1-001"));
    }

    private static CommandDescriptor named(String command) {
        return CATALOGUE.find(command).orElseThrow();
    }

    private CommandRequest request(Role... roles) {
        UUID id = new UUID(0x019A_0000_0000_7000L, 0x8000_0000_0000_0000L + ++ids);
        return new CommandRequest(id, "an", Set.of(roles), id.toString());
    }

    private static ObjectNode fields(String payload) {
        return (ObjectNode) JSON.readTree(payload.replace('\'', '"'));
    }

    private CommandOutcome send(String command, String payload) {
        return commands.submit(request(Role.ADMINISTRATOR), named(command), fields(payload));
    }

    private DryRunAnswer tried(CommandRequest request, String command, String payload) {
        return DryRunAnswer.of(trials.decide(request, named(command), fields(payload)), Locale.of("vi"));
    }

    private DryRunAnswer tried(String command, String payload) {
        return tried(request(Role.ADMINISTRATOR), command, payload);
    }

    @Test
    void isWhatTheCommandThenRecords() {
        CommandRequest request = request(Role.ADMINISTRATOR);
        String payload = "{'household':'h-1','unit':'kp-2','effectiveFrom':'2026-06-01'}";
        Tail before = ledger.tail();
        DryRunAnswer would = tried(request, "relocate-household", payload);
        assertThat(ledger.tail()).isEqualTo(before);

        CommandOutcome done = commands.submit(request, named("relocate-household"), fields(payload));

        assertThat(would.after()).isEqualTo(before.number());
        assertThat(done.repeat()).as("the id was free").isFalse();
        assertThat(would.events()).isEqualTo(recorded(done.commit()));
        assertThat(would.warnings()).hasSameSizeAs(done.warnings());
        assertThat(would.secondPerson()).isFalse();
    }

    private List<Decided> recorded(long commit) {
        return ledger.commit(commit).orElseThrow().events().stream()
                .map(event -> decided(event, Objects.requireNonNull(event.aggregate())))
                .toList();
    }

    private static Decided decided(RecordedEvent event, StreamPosition at) {
        return new Decided(
                event.type().name(), event.type().revision(), at.id(), at.sequence(), event.tags(), content(event));
    }

    private static JsonNode content(RecordedEvent event) {
        Payload stored = event.payload();
        return JSON.readTree(stored.bytes());
    }

    @Test
    void showsNothingSealedAndKeepsNoKey() {
        Tail before = ledger.tail();
        DryRunAnswer would = tried("record-household-contact", CONTACT);

        assertThat(would.events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("personal-data.household-recorded");
            assertThat(event.content().get("headName").stringValue()).isEqualTo(ShownEventContent.OMITTED);
            assertThat(EventCodec.product()
                            .decode(
                                    recordedType(event),
                                    new Payload(EventCodec.ENCODING, JSON.writeValueAsBytes(event.content()))))
                    .isNotNull();
        });
        assertThat(JSON.writeValueAsString(would.events())).doesNotContain("Minh", "987");
        assertThat(ledger.tail()).isEqualTo(before);
        assertThat(keyring.withoutEntry(Set.of(Subject.of(new HouseholdId("h-1")))))
                .hasSize(1);
    }

    private static EventType recordedType(Decided event) {
        return new EventType(event.name(), event.revision());
    }

    /** The unit's coverage and the caseloads of its members are no client's to name. */
    @Test
    void namesWhatTheCommandThenSaysThatItCreated() {
        CommandRequest request = request(Role.ADMINISTRATOR);
        String payload = "{'team':'t-1','name':'Tổ 1','foundingDecision':{'number':'2/QĐ','signedOn':'2026-01-20'},"
                + "'coverage':['kp'],'members':[{'member':'019a0000-0000-7000-8000-000000000000','organisation':'TEACHER'},"
                + "{'member':'019a0000-0000-7000-8000-000000000001','organisation':'TEACHER'},{'member':'019a0000-0000-7000-8000-000000000002','organisation':'TEACHER'}],"
                + "'leader':'019a0000-0000-7000-8000-000000000000','effectiveFrom':'2026-02-01'}";

        List<String> created = tried(request, "form-team", payload).created();

        assertThat(created).containsExactly("t-1");
        assertThat(commands.submit(request, named("form-team"), fields(payload)).created())
                .isEqualTo(created);
    }

    /** A check before a text is sealed or kept is made all the same. */
    @Test
    void isRefusedWhereTheCommandIs() {
        Tail before = ledger.tail();
        assertRefused(
                PersonRule.PERSONAL_TEXT_HOLDS_NO_PERSONAL_NUMBER,
                () -> tried("record-household-contact", CONTACT.replace("Số 12", "gọi 0987 654 321")));
        assertThatThrownBy(() -> tried("record-household-contact", CONTACT.replace("h-1", "h-9")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> tried(request(Role.AUDITOR), "record-household-contact", CONTACT))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> tried("record-household-contact", "{'household':'h-1'}"))
                .isInstanceOfSatisfying(
                        InvalidFieldException.class,
                        bad -> assertThat(bad.field()).isEqualTo("headName"));
        assertRefused(
                CommonRule.DATE_IS_WITHIN_THE_CALENDAR,
                () -> tried("relocate-household", "{'household':'h-1','unit':'kp','effectiveFrom':'1026-06-01'}"));
        assertThat(ledger.tail()).isEqualTo(before);
    }

    private static void assertRefused(Rule rule, Runnable tried) {
        assertThatThrownBy(tried::run)
                .isInstanceOfSatisfying(
                        RuleViolatedException.class,
                        refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    @Test
    void saysThatASecondPersonIsNeededAndProposesNothing() {
        send("record-household-contact", CONTACT);
        Tail before = ledger.tail();
        DryRunAnswer would = tried(
                "erase-household-data",
                "{'household':'h-1','basis':'REQUEST_OF_THE_SUBJECT','reason':'REQUEST_OF_PERSON'}");

        assertThat(would.secondPerson()).isTrue();
        assertThat(would.events()).extracting(Decided::name).contains("personal-data.erased");
        assertThat(ledger.tail()).isEqualTo(before);
    }

    @Test
    void isRefusedAboutSomebodyErased() {
        send("record-household-contact", CONTACT);
        UUID id = request().id();
        side.gateway()
                .submit(
                        new CommandRequest(
                                id,
                                "an",
                                Set.of(Role.ADMINISTRATOR),
                                id.toString(),
                                id.toString(),
                                CaptureMetadata.none(),
                                true),
                        new EraseHouseholdData(
                                new HouseholdId("h-1"),
                                ErasureBasis.REQUEST_OF_THE_SUBJECT,
                                "Theo đề nghị của chủ hộ"));
        keyring.destroy(Set.of(Subject.of(new HouseholdId("h-1"))));

        assertRefused(PersonRule.SUBJECT_IS_NOT_ERASED, () -> tried("record-household-contact", CONTACT));
    }

    /** The answer has the parts that the preview takes, under these names. */
    @Test
    void isOneJsonObject() {
        JsonNode answer = JSON.valueToTree(Map.of("a", tried("record-household-contact", CONTACT)))
                .get("a");
        assertThat(answer.propertyNames())
                .contains("command", "secondPerson", "after", "at", "created", "events", "warnings");
    }
}
