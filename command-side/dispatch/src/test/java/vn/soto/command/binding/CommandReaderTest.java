package vn.soto.command.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.privacy.PersonalDataSealer;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.shared.Command;
import vn.soto.domain.team.TeamCommand.AppointLeader;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;

final class CommandReaderTest {

    private static final UUID ID = UUID.fromString("019376a0-0000-7000-8000-000000000001");
    private static final String TEAM = """
            {"name":"Tổ ấp 1","foundingDecision":{"number":"12/QĐ","signedOn":"2024-11-01"},"coverage":["kp-1"],
             "members":[{"member":"m-1","organisation":"TEACHER"}],"leader":"m-1","effectiveFrom":"2024-11-01"}""";
    private static final String HELP = """
            {"team":"t-1","household":"h-1","helpers":["m-2"],"content":{"outcome":"DONE","services":["vneid-level-2"],"channel":"PHONE",
             "mode":"SELF_PERFORMED","occurredAt":"2024-11-05T09:00:00+07:00"}}""";

    private final JsonMapper json = CommandJson.mapper();
    private final CommandCatalogue catalogue = CommandCatalogue.product();
    private final CommandReader reader = new CommandReader(new RejectingSealer());

    /** A sealer that leaves specimens unchanged, since they are sealed already. */
    private static final class AlreadySealed implements PersonalDataSealer {

        @Override
        public Held sealHeld(Class<? extends Command> command, ObjectNode payload, UUID commandId, UUID decided) {
            return new Held(payload, () -> {});
        }

        @Override
        public ObjectNode sealForDryRun(Class<? extends Command> command, ObjectNode payload) {
            return payload;
        }

        @Override
        public ObjectNode sealUnopenable(Class<? extends Command> command, ObjectNode payload) {
            return payload;
        }

        @Override
        public boolean areKnown(Class<? extends Command> command, ObjectNode payload) {
            return true;
        }

        @Override
        public boolean sameText(Subject subject, String field, Sealed one, Sealed other) {
            return one.equals(other);
        }

        @Override
        public String fingerprint(String text) {
            return text;
        }
    }

    static Stream<String> names() {
        return CommandCatalogue.product().all().stream().map(CommandDescriptor::name);
    }

    /** The digest is computed from the command as read, so reading must neither lose nor alter any field. */
    @ParameterizedTest
    @MethodSource("names")
    void readsEveryCommandAsItIsWritten(String name) {
        ObjectNode specimen = SampleJson.of(catalogue.find(name).orElseThrow());
        CommandReader open = new CommandReader(new AlreadySealed());

        Command command = read(open, find(name), specimen, ID);

        assertThat(json.<ObjectNode>valueToTree(command)).isEqualTo(specimen);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFieldThatACommandDoesNotUseIsRefusedAsUnknown(String name) {
        ObjectNode specimen = SampleJson.of(catalogue.find(name).orElseThrow());
        specimen.put("unused", "x");

        assertThatThrownBy(() -> read(new CommandReader(new AlreadySealed()), find(name), specimen, ID))
                .isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
                    assertThat(bad.field()).isEqualTo("unused");
                    assertThat(bad.kind()).isEqualTo("unknown");
                });
    }

    @Test
    void givesWhatIsCreatedTheIdOfItsCommand() {
        assertThat(read("register-household", "{\"unit\":\"kp-1\",\"reference\":\" H-1 \"}"))
                .isEqualTo(new RegisterHousehold(new HouseholdId(ID.toString()), new UnitId("kp-1"), "H-1"));
        assertThat(read("register-household", "{\"household\":\"h-7\",\"unit\":\"kp-1\",\"reference\":\"H-1\"}"))
                .isEqualTo(new RegisterHousehold(new HouseholdId("h-7"), new UnitId("kp-1"), "H-1"));
    }

    @Test
    void foldsTheSpaceAroundAReason() {
        assertThat(read("void-assistance", "{\"assistance\":\"a-1\",\"reason\":\"\\tWRONG_ENTRY \\n\"}"))
                .isEqualTo(new VoidAssistance(new AssistanceId("a-1"), "WRONG_ENTRY"));
    }

    /** The product alone gives ids of version 8: to what files and plans create. */
    @Test
    void refusesAnIdOfTheProductsOwnForSomethingNew() {
        String own = "019a0000-0000-8000-8000-000000000001";

        assertThatThrownBy(() -> read("register-household", """
                {"household":"%s","unit":"kp-1","reference":"H-1"}""".formatted(own)))
                .isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
                    assertThat(bad.field()).isEqualTo("household");
                    assertThat(bad.kind()).isEqualTo("reserved-id");
                });
        assertThat(read("assign-household", """
                {"household":"%s","team":"t-1","member":"m-1","effectiveFrom":"2024-11-02"}""".formatted(own)))
                .as("what exists may be named")
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nominate-candidate", "record-publication-consent", "withdraw-publication-consent"})
    void refusesACandidateWithoutAnId(String name) {
        assertThatThrownBy(() -> read(name, """
                {"round":"r-1","candidate":{"kind":"COLLECTIVE","id":"Ấp Hưng Thịnh 74"}}""")).isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
            assertThat(bad.field()).isEqualTo("candidate");
            assertThat(bad.kind()).isEqualTo("malformed");
        });
    }

    @Test
    void leavesOutWhatMayBeLeftOut() {
        String unit = """
                {"unit":"p-1","kind":"PROVINCE","name":"A","officialCode":"74","parent":null,
                 "instrument":{"number":"1/QĐ","signedOn":"2024-01-01"},"effectiveFrom":"2024-01-01"}""";

        assertThat(read("establish-unit", unit))
                .isInstanceOfSatisfying(
                        EstablishUnit.class,
                        established -> assertThat(established.parent()).isNull());
    }

    @Test
    void readsTimesInAnyZoneToTheMicrosecond() {
        assertThat(read("record-assistance", HELP.replace("09:00:00+", "09:00:00.123456789+")))
                .isInstanceOfSatisfying(
                        RecordAssistance.class,
                        help -> assertThat(help.content().occurredAt()).isEqualTo("2024-11-05T02:00:00.123456Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"name\":\"Tổ ấp 1\",         |                            | name                      | missing",
                "\"name\":\"Tổ ấp 1\"          | \"name\":null              | name                      | missing",
                "\"name\":\"Tổ ấp 1\"          | \"name\":7                 | name                      | malformed",
                "\"leader\":\"m-1\"            | \"leader\":\"M 1!\"        | leader                    | malformed",
                "\"leader\":\"m-1\"            | \"leader\":[\"m-1\"]       | leader                    | malformed",
                "\"leader\":\"m-1\"            | \"leader\":\"m-1\",\"x\":1 | x                         | unknown",
                "\"2024-11-01\"}               | \"01/11/2024\"}            | foundingDecision.signedOn | malformed",
                "\"12/QĐ\"                     | \"\"                       | foundingDecision          | malformed",
                "{\"number\":\"12/QĐ\",        | {                          | foundingDecision.number   | missing",
                "\"signedOn\":\"2024-11-01\"   | \"signedOn\":[2024,11,1]   | foundingDecision.signedOn | malformed",
                "[\"kp-1\"]                    | [null]                     | coverage                  | missing",
                "[\"kp-1\"]                    | \"kp-1\"                   | coverage                  | malformed",
                "[\"kp-1\"]                    | [\"kp-1\",{}]              | coverage                  | malformed",
                "\"TEACHER\"                   | \"teacher\"                | members.organisation      | choice",
                "\"TEACHER\"                   | 0                          | members.organisation      | choice",
                "\"organisation\":\"TEACHER\"  | \"organization\":\"A\"     | members.organization      | unknown",
                "{\"member\":\"m-1\",          | {                          | members.member            | missing"
            })
    void namesTheFieldThatIsWrong(String part, String instead, String field, String kind) {
        String wrong = TEAM.replaceFirst(
                java.util.regex.Pattern.quote(part),
                instead == null ? "" : java.util.regex.Matcher.quoteReplacement(instead));
        assertThat(wrong).isNotEqualTo(TEAM);

        assertBad("form-team", wrong, field, kind);
    }

    @Test
    void saysWhenAListMayNotBeEmptyAndLeavesTheRestToTheRules() {
        assertBad("record-assistance", HELP.replace("[\"vneid-level-2\"]", "[]"), "content.services", "empty");
        assertThat(read("form-team", TEAM.replace("[\"kp-1\"]", "[]"))).isNotNull();
    }

    @Test
    void takesWholeNumbersForWholeNumbersOnly() {
        String policy =
                SampleJson.of(catalogue.find("adopt-policy").orElseThrow()).toString();

        assertBad(
                "adopt-policy",
                policy.replaceFirst("\"minimumMembers\":7", "\"minimumMembers\":3.5"),
                "terms.minimumMembers",
                "malformed");
        assertBad(
                "adopt-policy",
                policy.replaceFirst("\"minimumMembers\":7", "\"minimumMembers\":99999999999"),
                "terms.minimumMembers",
                "malformed");
        assertBad(
                "adopt-policy",
                policy.replaceFirst("\"minimumMembers\":7", "\"minimumMembers\":\"3\""),
                "terms.minimumMembers",
                "malformed");
    }

    @Test
    void putsThePathBesideTheBodyUnlessTheyDisagree() {
        CommandDescriptor appoint = catalogue.find("appoint-leader").orElseThrow();
        Map<String, String> path = Map.of("team", "t-1");
        ObjectNode body = object("{\"member\":\"m-1\",\"effectiveFrom\":\"2024-11-01\"}");

        Command expected = new AppointLeader(new TeamId("t-1"), new MemberId("m-1"), LocalDate.of(2024, 11, 1));
        assertThat(read(appoint, appoint.payload(path, body), ID)).isEqualTo(expected);
        assertThat(body.has("team")).as("the body is left alone").isFalse();
        assertThat(read(appoint, appoint.payload(path, body.deepCopy().put("team", "t-1")), ID))
                .isEqualTo(expected);
        assertThatThrownBy(() -> appoint.payload(path, body.deepCopy().put("team", "t-2")))
                .isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
                    assertThat(bad.field()).isEqualTo("team");
                    assertThat(bad.kind()).isEqualTo("differs");
                });
        assertBad(
                "appoint-leader",
                "{\"team\":\"T 1\",\"member\":\"m-1\",\"effectiveFrom\":\"2024-11-01\"}",
                "team",
                "malformed");
    }

    @Test
    void changesNothingOfWhatItIsGiven() {
        ObjectNode payload = object("{\"unit\":\"kp-1\",\"reference\":\"H-1\"}");

        read(find("register-household"), payload, ID);

        assertThat(payload).isEqualTo(object("{\"unit\":\"kp-1\",\"reference\":\"H-1\"}"));
    }

    /**
     * Reading must not dominate the handling of a batch of 500. The test measures allocation, which no other load
     * changes.
     */
    @Test
    void readsACommandWithLittleMemory() {
        ObjectNode help = object(HELP);
        CommandDescriptor record = find("record-assistance");
        int rounds = 2_000;
        for (int warm = 0; warm < rounds; warm++) {
            read(record, help, ID);
        }
        long before = allocated();
        for (int round = 0; round < rounds; round++) {
            read(record, help, ID);
        }

        assertThat((allocated() - before) / rounds).as("bytes for each").isBetween(1L, 20_000L);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private Command read(String name, String payload) {
        return read(find(name), object(payload), ID);
    }

    private Command read(CommandDescriptor issued, ObjectNode payload, UUID id) {
        return read(reader, issued, payload, id);
    }

    private static Command read(CommandReader reader, CommandDescriptor issued, ObjectNode payload, UUID id) {
        try (CommandReader.Held held = reader.readHeld(issued, payload, id, id)) {
            return held.command();
        }
    }

    private CommandDescriptor find(String name) {
        return catalogue.find(name).orElseThrow();
    }

    private ObjectNode object(String text) {
        return (ObjectNode) json.readTree(text);
    }

    private void assertBad(String name, String payload, String field, String kind) {
        assertThatThrownBy(() -> read(name, payload))
                .as(payload)
                .isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
                    assertThat(bad.field()).isEqualTo(field);
                    assertThat(bad.kind()).isEqualTo(kind);
                });
    }
}
