package vn.soto.verifier;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.soto.ledger.Hash;
import vn.soto.ledger.Head;
import vn.soto.ledger.Tail;
import vn.soto.ledger.mongo.MongoConnection;
import vn.soto.ledger.mongo.MongoLayout;
import vn.soto.ledger.mongo.MongoLedgerCheck;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.LedgerCheck;

/** {@code verify}: checks a ledger in a file or in MongoDB, and that it contains an expected head. */
record VerifyCommand(Map<String, String> environment, LedgerReport report) implements ShellCommand {

    private static final String SOUND = "Sổ cái nguyên vẹn. / The ledger is sound.";
    private static final String MONGODB = "mongodb:";
    private static final String NO_ANCHOR =
            "không có, nên không biết phần cuối có bị cắt không / none, so whether its end was cut off is unknown";

    private static final String EMPTY_ANCHOR =
            "trống, như sau khi mất điện, nên không biết phần cuối có bị cắt không / empty, as after a loss of power, so whether its end was cut off is unknown";

    @Override
    public void run(List<String> arguments) {
        List<Head> heads = expected(arguments);
        String place = arguments.getFirst();
        if (place.startsWith(MONGODB)) {
            verifyDatabase(place.substring(MONGODB.length()), heads);
        } else {
            verifyFile(FilePair.path(place), heads);
        }
        heads.forEach(
                head -> report.out().println("  như mong đợi / as expected:  " + head.number() + ":" + head.chain()));
    }

    private static List<Head> expected(List<String> arguments) {
        return switch (arguments.size()) {
            case 1 -> List.of();
            case 3 -> {
                if (!arguments.get(1).equals("--expect")) {
                    throw new UsageException(arguments.get(1));
                }
                yield List.of(head(arguments.get(2)));
            }
            default -> throw new UsageException("verify");
        };
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

    private void verifyFile(Path file, List<Head> heads) {
        Tail tail = LedgerCheck.of(file, heads, report.progress());
        report.print(SOUND, file, tail);
        report.out()
                .println("  tệp neo / anchor:            "
                        + Anchor.read(file)
                                .map(anchor -> anchor.number() + ":" + anchor.chain())
                                .orElseGet(() -> Anchor.isEmpty(Anchor.fileOf(file)) ? EMPTY_ANCHOR : NO_ANCHOR));
    }

    /** The address comes from the environment, because all users of the machine can see arguments. */
    private void verifyDatabase(String name, List<Head> heads) {
        String uri = environment.get("SOTO_MONGODB_URI");
        if (uri == null || name.isEmpty()) {
            throw new UsageException("SOTO_MONGODB_URI");
        }
        try (MongoClient client =
                MongoClients.create(MongoConnection.settings(uri).build())) {
            MongoDatabase database = client.getDatabase(name);
            Tail tail = MongoLedgerCheck.of(database, heads, report.progress());
            report.print(SOUND, "MongoDB " + name, MongoLayout.originOf(database), tail);
        }
    }
}
