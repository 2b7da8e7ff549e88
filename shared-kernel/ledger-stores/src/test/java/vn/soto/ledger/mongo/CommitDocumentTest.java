package vn.soto.ledger.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.bson.BsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.junit.jupiter.api.Test;
import vn.soto.ledger.ChainVerifier;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;
import vn.soto.ledger.Tail;
import vn.soto.testkit.DraftSamples;
import vn.soto.testkit.Drafts;

final class CommitDocumentTest {

    private static final String ORIGIN = "demo/golden";
    private static final Instant AT = Instant.parse("2026-07-01T08:00:00.123456Z");
    private static final JsonWriterSettings CANONICAL = JsonWriterSettings.builder()
            .outputMode(JsonMode.EXTENDED)
            .indent(true)
            .build();

    /** A stored document of the golden file must be readable, and be written alike, for ever. */
    @Test
    void theDocumentIsTheOneOfTheGoldenFile() throws IOException {
        Commit commit = Commit.after(Tail.empty(ORIGIN), draft(), AT);

        assertThat(CommitDocument.of(commit, 3).toJson(CANONICAL) + "\n").isEqualTo(golden());
        assertThat(CommitDocument.commit(BsonDocument.parse(golden()))).isEqualTo(commit);
        assertThat(CommitDocument.fence(BsonDocument.parse(golden()))).isEqualTo(3);
    }

    private static Draft draft() {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put("device", "phone");
        metadata.put("ghi chú", "tổ dân phố");
        byte[] body = "{\"xin\":\"chào\"}".getBytes(StandardCharsets.UTF_8);
        return new Draft(
                Drafts.uuid("commit"),
                new Origin.Command(
                        Drafts.uuid("command"),
                        "record-sample",
                        Drafts.command("golden").content()),
                "tổ trưởng",
                "ghi muộn",
                "event-0",
                "undertaking",
                "cause",
                List.of(
                        new RecordedEvent(
                                "event-1",
                                AT,
                                new EventType("sample.recorded", "1"),
                                new StreamPosition("sample", "a-1", 0),
                                metadata,
                                List.of("team:1", "unit:2"),
                                new Payload("json", body)),
                        new RecordedEvent(
                                "event-2",
                                AT,
                                new EventType("sample.seen", null),
                                null,
                                new TreeMap<>(),
                                List.of(),
                                new Payload("json", new byte[0]))),
                List.of());
    }

    private static String golden() throws IOException {
        try (InputStream file = CommitDocumentTest.class.getResourceAsStream("/golden/commit-document.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void everySampleComesBackAsItWas() {
        DraftSamples samples = new DraftSamples(7);
        ChainVerifier verifier = new ChainVerifier(ORIGIN);
        for (int i = 0; i < 300; i++) {
            Commit commit = Commit.after(verifier.tail(), samples.next(), AT);
            BsonDocument stored = CommitDocument.of(commit, i);

            assertThat(CommitDocument.commit(stored)).isEqualTo(commit);
            assertThat(CommitDocument.tail(stored)).isEqualTo(commit.tail());
            verifier.accept(CommitDocument.commit(stored));
        }
    }
}
