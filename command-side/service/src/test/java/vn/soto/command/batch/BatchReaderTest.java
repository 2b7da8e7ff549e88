package vn.soto.command.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.batch.BatchLine.Asking;
import vn.soto.command.batch.BatchLine.Unreadable;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.contracts.access.DeviceId;
import vn.soto.domain.shared.CommonRule;
import vn.soto.domain.shared.RuleViolatedException;

final class BatchReaderTest {

    private static final String ID = "019376a0-0000-7000-8000-000000000001";
    private static final String LINE = "{\"id\":\"" + ID + "\",\"name\":\"form-team\",\"payload\":{\"name\":\"A\"},"
            + "\"occurredAt\":\"2024-11-05T02:00:00Z\",\"device\":\"phone-1\"}";

    private final BatchReader reader = new BatchReader(CommandCatalogue.product());

    @Test
    void readsLinesAndCountsBlankOnesToo() {
        CommandBatch batch = read(LINE + "\r\n\n  \n" + LINE + "\n");

        assertThat(batch.lines()).extracting(BatchLine::number).containsExactly(1, 4);
        assertThat(batch.lines().getFirst()).isInstanceOfSatisfying(Asking.class, asking -> {
            assertThat(asking.id()).hasToString(ID);
            assertThat(asking.command().name()).isEqualTo("form-team");
            assertThat(asking.payload().get("name").asString()).isEqualTo("A");
            assertThat(asking.capture())
                    .isEqualTo(new CaptureMetadata(Instant.parse("2024-11-05T02:00:00Z"), new DeviceId("phone-1")));
        });
        assertThat(read("").lines()).isEmpty();
    }

    @Test
    void doesWithoutWhatADeviceMayNotKnow() {
        assertThat(read("{\"id\":\"" + ID + "\",\"name\":\"form-team\"}")
                        .lines()
                        .getFirst())
                .isInstanceOfSatisfying(Asking.class, asking -> {
                    assertThat(asking.payload()).isEmpty();
                    assertThat(asking.capture()).isEqualTo(CaptureMetadata.none());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":                    | {\"id\"                         |            | json",
                "\"name\":\"form-team\",     | \"name\":\"a\",\"name\":\"b\",  |            | json",
                "\"phone-1\"}                | \"phone-1\"} {}                 |            | json",
                "\"id\":\"0                  | \"id\":\"x0                     | id         | malformed",
                "\"name\":\"form-team\",     |                                 | name       | missing",
                "-7                          | -8                              | id         | reserved-id",
                "form-team                   | form-a-team                     | name       | command",
                "{\"name\":\"A\"}            | []                              | payload    | malformed",
                "2024-11-05T02:00:00Z        | 2024-11-05                      | occurredAt | malformed",
                "phone-1                     | Điện thoại                      | device     | malformed",
                "\"phone-1\"}                | \"phone-1\",\"schema\":2}       | schema     | schema",
                "\"phone-1\"}                | \"phone-1\",\"schema\":0}       | schema     | schema",
                "\"device\"                  | \"gerät\"                       | gerät      | unknown"
            })
    void saysOfALineWhatIsWrongWithIt(String part, String instead, String field, String kind) {
        String wrong = LINE.replace(part, instead == null ? "" : instead);
        assertThat(wrong).isNotEqualTo(LINE);

        CommandBatch batch = read(LINE + "\n" + wrong);

        assertThat(batch.lines().getFirst()).isInstanceOf(Asking.class);
        assertThat(batch.lines().getLast())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        line -> assertThat(line.cause()).isInstanceOfSatisfying(InvalidFieldException.class, bad -> {
                            assertThat(bad.field()).isEqualTo(field == null ? "" : field);
                            assertThat(bad.kind()).isEqualTo(kind);
                        }));
    }

    /** As phones wrote it once, and may still hold it: the files never change. */
    @ParameterizedTest
    @ValueSource(ints = {Envelope.NEWEST_SCHEMA})
    void takesWhatPhonesHaveWrittenSinceTheFirstSchema(int schema) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(getClass().getResourceAsStream("phone-schema-" + schema + ".ndjson"))) {
            assertThat(reader.read(file.readAllBytes()).lines())
                    .hasSize(4)
                    .allSatisfy(line -> assertThat(line).isInstanceOfSatisfying(Asking.class, asking -> {
                        ObjectNode clear = asking.payload().deepCopy();
                        // The edge seals it first.
                        clear.remove("note");
                        assertThat(asking.command().shape().read(clear, ""))
                                .isInstanceOf(asking.command().type());
                    }));
        }
    }

    /** Nobody accepts unread what a sample would have shown. */
    @Test
    void takesAsManyAcceptancesTogetherAsASampleHas() {
        String accepts = LINE.replace("form-team", "accept-quarterly-report");
        String ofAUnit = LINE.replace("form-team", "accept-unit-report");

        assertThat(read(String.join("\n", accepts, LINE, ofAUnit, accepts)).lines())
                .hasOnlyElementsOfType(Asking.class);
        assertThat(read(String.join("\n", accepts, LINE, ofAUnit, accepts, accepts))
                        .lines())
                .filteredOn(Unreadable.class::isInstance)
                .extracting(
                        BatchLine::number, line -> ((Unreadable) line).cause().getMessage())
                .containsExactly(
                        tuple(1, "REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE[3]"),
                        tuple(3, "REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE[3]"),
                        tuple(4, "REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE[3]"),
                        tuple(5, "REPORTS_ACCEPTED_TOGETHER_REST_ON_A_SAMPLE[3]"));
    }

    @Test
    void tellsWhichCommandALineWasFor() {
        assertThat(read(LINE.replace("form-team", "x")).lines().getFirst())
                .isInstanceOfSatisfying(
                        Unreadable.class, line -> assertThat(line.id()).isEqualTo(ID));
    }

    /** Phone numbers and serial numbers identify a person. */
    @Test
    void refusesADeviceKnownByANumber() {
        assertThat(read(LINE.replace("phone-1", "0912345678")).lines().getFirst())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        line -> assertThat(line.cause())
                                .isInstanceOfSatisfying(
                                        RuleViolatedException.class,
                                        refused -> assertThat(refused.rule())
                                                .isEqualTo(CommonRule.ID_HOLDS_NO_PERSONAL_NUMBER)));
    }

    @Test
    void refusesATimeOutsideTheCalendar() {
        assertThat(read(LINE.replace("2024-11-05T", "+99999-11-05T")).lines().getFirst())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        line -> assertThat(line.cause())
                                .isInstanceOfSatisfying(
                                        RuleViolatedException.class,
                                        refused -> assertThat(refused.rule())
                                                .isEqualTo(CommonRule.DATE_IS_WITHIN_THE_CALENDAR)));
    }

    @Test
    void refusesMoreThanABatchHolds() {
        assertThat(read((LINE + "\n\n").repeat(CommandBatch.MOST_LINES)).lines())
                .hasSize(CommandBatch.MOST_LINES);
        assertThatThrownBy(() -> read((LINE + "\n").repeat(CommandBatch.MOST_LINES + 1)))
                .isInstanceOf(BatchTooLargeException.class);
        assertThatThrownBy(() -> read("x".repeat(CommandBatch.MOST_BYTES + 1)))
                .isInstanceOf(BatchTooLargeException.class);
    }

    private CommandBatch read(String text) {
        return reader.read(text.getBytes(UTF_8));
    }
}
