package vn.soto.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.Tail;
import vn.soto.ledger.WrongLedgerException;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerCheck;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.LedgerCheck;
import vn.soto.ledger.sqlite.SqliteLedgerReader;

/** {@code verify}: checks a ledger in a file or in MongoDB, and that it contains an expected head. */
record VerifyCommand(Map<String, String> environment, LedgerReport report) implements ShellCommand {

    private static final String SOUND = "Sổ cái nguyên vẹn. / The ledger is sound.";
    private static final String MONGODB = "mongodb:";
    private static final String EXPECT = "--expect";
    private static final String JSON = "--json";
    private static final String RESULT = "result";
    private static final String NO_ANCHOR =
            "không có, nên không biết phần cuối có bị cắt không / none, so whether its end was cut off is unknown";

    private static final String EMPTY_ANCHOR =
            "trống, như sau khi mất điện, nên không biết phần cuối có bị cắt không / empty, as after a loss of power, so whether its end was cut off is unknown";

    /** @param heads commits it must hold */
    private record Asked(String place, List<Head> heads, boolean json) {

        static Asked of(List<String> arguments) {
            List<String> left = new ArrayList<>(arguments);
            boolean json = left.remove(JSON);
            return switch (left.size()) {
                case 1 -> new Asked(left.getFirst(), List.of(), json);
                case 3 -> {
                    if (!left.get(1).equals(EXPECT)) {
                        throw new UsageException(left.get(1));
                    }
                    yield new Asked(left.getFirst(), List.of(head(left.get(2))), json);
                }
                default -> throw new UsageException("verify");
            };
        }
    }

    /**
     * A sound ledger.
     *
     * @param anchor state of its anchor; empty for a ledger in MongoDB, which has none
     */
    private record Sound(String place, String origin, Tail tail, Optional<String> anchor) {}

    @Override
    public void run(List<String> arguments) {
        Asked asked = Asked.of(arguments);
        if (asked.json) {
            printJson(asked);
        } else {
            print(check(asked), asked.heads);
        }
    }

    private Sound check(Asked asked) {
        return asked.place.startsWith(MONGODB)
                ? inDatabase(asked.place.substring(MONGODB.length()), asked.heads)
                : inFile(FilePair.path(asked.place), asked.heads);
    }

    private void print(Sound sound, List<Head> heads) {
        report.print(SOUND, sound.place, sound.origin, sound.tail);
        sound.anchor.ifPresent(anchor -> report.out().println("  tệp neo / anchor:            " + anchor));
        heads.forEach(head -> report.out().println("  như mong đợi / as expected:  " + text(head)));
    }

    private static String text(Head head) {
        return head.number() + ":" + head.chain();
    }

    /** One object, also for a ledger that is damaged or could not be read; the complaint goes to the other stream, too. */
    private void printJson(Asked asked) {
        Map<String, Object> found = new LinkedHashMap<>(Map.of("place", asked.place));
        try {
            Sound sound = check(asked);
            found.put(RESULT, "sound");
            found.put("ledger", sound.origin);
            found.put("commits", sound.tail.number());
            found.put("events", sound.tail.next());
            found.put("until", sound.tail.at().toString());
            found.put("head", text(new Head(sound.tail.number(), sound.tail.chain())));
            sound.anchor.ifPresent(anchor -> found.put("anchor", anchor));
            found.put("expected", asked.heads.stream().map(VerifyCommand::text).toList());
        } catch (LedgerException.Damaged e) {
            found.put(RESULT, "damaged");
            found.put("complaint", String.valueOf(e.getMessage()));
            throw e;
        } catch (WrongLedgerException | LedgerException e) {
            found.put(RESULT, "not done");
            found.put("complaint", String.valueOf(e.getMessage()));
            throw e;
        } finally {
            if (found.containsKey(RESULT)) {
                report.out().println(JsonMapper.shared().writeValueAsString(found));
            }
        }
    }

    private static Head head(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 2) {
                return new Head(Long.parseLong(parts[0]), Hash.parse(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(text + ": " + e.getMessage());
        }
        throw new UsageException(text);
    }

    private Sound inFile(Path file, List<Head> heads) {
        Tail tail = LedgerCheck.of(file, heads, report.progress());
        String anchor = Anchor.read(file)
                .map(found -> text(found.head()))
                .orElseGet(() -> Anchor.isEmpty(Anchor.fileOf(file)) ? EMPTY_ANCHOR : NO_ANCHOR);
        return new Sound(file.toString(), SqliteLedgerReader.originOf(file), tail, Optional.of(anchor));
    }

    /** The address comes from the environment, because all users of the machine can see arguments. */
    private Sound inDatabase(String name, List<Head> heads) {
        String uri = environment.get("SOTO_MONGODB_URI");
        if (uri == null || name.isEmpty()) {
            throw new UsageException("SOTO_MONGODB_URI");
        }
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(uri).build())) {
            MongoDatabase database = client.getDatabase(name);
            Tail tail = MongoLedgerCheck.of(database, heads, report.progress());
            return new Sound("MongoDB " + name, MongoLayout.originOf(database), tail, Optional.empty());
        }
    }
}
