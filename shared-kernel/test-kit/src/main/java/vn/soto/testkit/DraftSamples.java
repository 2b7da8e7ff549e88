package vn.soto.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Draft;
import vn.soto.ledger.EventType;
import vn.soto.ledger.Guard;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Micros;
import vn.soto.ledger.Origin;
import vn.soto.ledger.Payload;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StreamPosition;

/** An endless run of valid drafts from one seed, using every field of the format and awkward text; seeds share no aggregate. */
public final class DraftSamples {

    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "Tổ công nghệ số cộng đồng",
            "Nguyễn Thị Ánh Tuyết",
            "nul \u0000 inside",
            "\uD83C\uDDFB\uD83C\uDDF3",
            "'\"\\;--");
    private static final long EARLIEST = Micros.of(Instant.parse("2026-01-01T00:00:00Z"));
    private static final long SPREAD = 86_400_000_000L * 90;

    private final Random random;
    private final String prefix;
    private final Map<String, Long> heads = new HashMap<>();

    public DraftSamples(long seed) {
        random = new Random(seed);
        prefix = "tổ-" + seed + "-";
    }

    public Draft next() {
        List<Guard> guards = new ArrayList<>();
        heads.forEach((aggregate, head) -> {
            if (random.nextInt(8) == 0) {
                guards.add(new Guard(aggregate, head));
            }
        });
        List<RecordedEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        return new Draft(uuid(), origin(), text(), optional(), optional(), text(), text(), List.copyOf(events), guards);
    }

    private Origin origin() {
        return random.nextInt(5) == 0
                ? new Origin.SystemTask(text())
                : new Origin.Command(uuid(), text(), Hash.sha256(body()));
    }

    private RecordedEvent event() {
        return new RecordedEvent(
                uuid().toString(),
                Micros.instant(EARLIEST + random.nextLong(SPREAD)),
                new EventType("sample." + random.nextInt(3), optional()),
                slot(),
                metadata(),
                List.of(text(), text()),
                new Payload(random.nextBoolean() ? "json" : text(), body()));
    }

    private @Nullable StreamPosition slot() {
        if (random.nextInt(6) == 0) {
            return null;
        }
        String aggregate = prefix + random.nextInt(7);
        long sequence = heads.merge(aggregate, 0L, (head, first) -> head + 1);
        return new StreamPosition(random.nextBoolean() ? "team" : "household", aggregate, sequence);
    }

    private SortedMap<String, String> metadata() {
        SortedMap<String, String> metadata = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            metadata.put(text() + i, text());
        }
        return metadata;
    }

    private byte[] body() {
        byte[] body = new byte[random.nextInt(10) == 0 ? 9_000 : random.nextInt(300)];
        random.nextBytes(body);
        return body;
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private @Nullable String optional() {
        return random.nextInt(3) == 0 ? null : text();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
