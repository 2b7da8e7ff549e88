package vn.soto.command.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.batch.BatchLine.Asking;
import vn.soto.command.batch.BatchLine.Unreadable;
import vn.soto.command.binding.CommandCatalogue;
import vn.soto.command.binding.CommandJson;
import vn.soto.command.binding.InvalidFieldException;
import vn.soto.command.binding.RecordReader;
import vn.soto.command.dispatch.CaptureMetadata;
import vn.soto.command.dispatch.ProductIds;
import vn.soto.domain.report.AcceptedTogether;
import vn.soto.domain.shared.Days;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.RuleViolatedException;

/** Parses a batch: JSON in UTF-8, one object per line. An unreadable line becomes a {@link BatchLine.Unreadable}. */
public final class BatchReader {

    private static final int LONGEST_ID_ECHOED = 64;
    private static final JsonMapper JSON = CommandJson.mapper();

    private final ObjectReader trees = JSON.readerFor(JsonNode.class);
    private final RecordReader<Envelope> envelopes = new RecordReader<>(Envelope.class);
    private final CommandCatalogue catalogue;

    public BatchReader(CommandCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @throws BatchTooLargeException if the batch exceeds a limit; checked before any line is parsed */
    public CommandBatch read(byte[] body) {
        List<byte[]> texts = lines(body);
        if (body.length > CommandBatch.MOST_BYTES
                || texts.stream().filter(text -> !blank(text)).count() > CommandBatch.MOST_LINES) {
            throw new BatchTooLargeException();
        }
        List<BatchLine> lines = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!blank(texts.get(i))) {
                lines.add(line(i + 1, texts.get(i)));
            }
        }
        return new CommandBatch(readBefore(lines));
    }

    /** Whoever accepts more reports together than a sample has draws one, and opens it before. */
    private static List<BatchLine> readBefore(List<BatchLine> lines) {
        Optional<RuleViolatedException> unread = AcceptedTogether.refusal(lines.stream()
                .filter(Asking.class::isInstance)
                .map(line -> ((Asking) line).command().type())
                .toList());
        return unread.isEmpty()
                ? lines
                : lines.stream()
                        .map(line -> line instanceof Asking asking
                                        && AcceptedTogether.isAcceptance(
                                                asking.command().type())
                                ? new Unreadable(line.number(), asking.id().toString(), unread.get())
                                : line)
                        .toList();
    }

    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                lines.add(Arrays.copyOfRange(body, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private static boolean blank(byte[] text) {
        for (byte each : text) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private BatchLine line(int number, byte[] text) {
        ObjectNode given;
        try {
            if (!(trees.<JsonNode>readValue(text) instanceof ObjectNode object)) {
                return new Unreadable(number, null, new InvalidFieldException("", "json"));
            }
            given = object;
        } catch (JacksonException e) {
            return new Unreadable(number, null, new InvalidFieldException("", "json"));
        }
        try {
            return asking(number, envelopes.read(given));
        } catch (InvalidFieldException | RuleViolatedException e) {
            return new Unreadable(number, id(given), e);
        }
    }

    private Asking asking(int number, Envelope envelope) {
        if (ProductIds.isReserved(envelope.id())) {
            throw new InvalidFieldException("id", "reserved-id");
        }
        if (envelope.schema() != null && (envelope.schema() < 1 || envelope.schema() > Envelope.NEWEST_SCHEMA)) {
            throw new InvalidFieldException("schema", "schema");
        }
        if (envelope.occurredAt() != null) {
            Days.check(envelope.occurredAt());
        }
        if (envelope.device() != null) {
            FreeText.checkNewId(envelope.device());
        }
        return new Asking(
                number,
                envelope.id(),
                catalogue.find(envelope.name()).orElseThrow(() -> new InvalidFieldException("name", "command")),
                envelope.payload() == null ? JSON.createObjectNode() : envelope.payload(),
                new CaptureMetadata(envelope.occurredAt(), envelope.device()));
    }

    private static @Nullable String id(ObjectNode given) {
        JsonNode id = given.path("id");
        return id.isString() && id.stringValue().length() <= LONGEST_ID_ECHOED ? id.stringValue() : null;
    }
}
