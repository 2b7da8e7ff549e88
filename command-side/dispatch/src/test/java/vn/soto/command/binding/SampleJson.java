package vn.soto.command.binding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.recognition.Candidate;
import vn.soto.contracts.report.Reporter;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.StipendPeriod;

/** Sample JSON for each JSON shape. */
final class SampleJson {

    private static final JsonMapper JSON = CommandJson.mapper();

    private static final Map<Class<?>, String> TEXTS = Map.of(
            String.class, "Mẫu 1",
            LocalDate.class, "2024-11-01",
            Instant.class, "2024-11-05T02:00:00.000000Z",
            Quarter.class, "2024-Q4",
            StipendPeriod.class, "2024-10",
            Subject.class, "household:id-1",
            UUID.class, "019376a0-0000-7000-8000-000000000001",
            AccountId.class, "lan@xa-a.example",
            Sealed.class, "c2VhbGVkIGFuZCBvcGFxdWU");

    /** Records that reject some values of their fields. */
    private static final Map<Class<?>, String> RECORDS = Map.of(
            Candidate.class, "{\"kind\":\"INDIVIDUAL\",\"id\":\"id-1\"}",
            Reporter.class, "{\"level\":\"TEAM\",\"id\":\"id-1\"}");

    private SampleJson() {}

    static ObjectNode of(CommandDescriptor command) {
        return (ObjectNode) of(command.shape());
    }

    static JsonNode of(JsonBinder shape) {
        return switch (shape) {
            case JsonBinder.Text text -> JSON.valueToTree(text(text.type()));
            case JsonBinder.Choice choice ->
                JSON.valueToTree(choice.constants().keySet().iterator().next());
            case JsonBinder.Whole whole -> whole.wide() ? JSON.valueToTree(7L) : JSON.valueToTree(7);
            case JsonBinder.Truth truth -> JSON.valueToTree(true);
            case JsonBinder.Many many -> JSON.createArrayNode().add(of(many.item()));
            case JsonBinder.Fields fields -> record(fields);
            case JsonBinder.Other other ->
                throw new AssertionError(other.type() + " is read by Jackson; give it a shape or a specimen");
        };
    }

    private static String text(Class<?> type) {
        String text = Id.class.isAssignableFrom(type) ? "id-1" : TEXTS.get(type);
        if (text == null) {
            throw new AssertionError("a specimen of " + type + " is needed");
        }
        return text;
    }

    private static JsonNode record(JsonBinder.Fields shape) {
        String given = RECORDS.get(shape.type());
        if (given != null) {
            return JSON.readTree(given);
        }
        ObjectNode record = JSON.createObjectNode();
        shape.fields().forEach(field -> record.set(field.name(), of(field.shape())));
        return record;
    }
}
