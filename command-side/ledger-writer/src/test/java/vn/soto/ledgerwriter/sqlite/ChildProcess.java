package vn.soto.ledgerwriter.sqlite;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.Commit;
import vn.soto.ledger.Draft;
import vn.soto.ledger.Origin;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.privacy.StoredKey;
import vn.soto.testkit.Drafts;

/** A program that appends in a process of its own, so that tests can kill it or count its system calls. */
final class ChildProcess {

    /** A run of this name stores a key before each append, as the product does for a person it hears of first. */
    static final String WITH_KEYS = "power";

    private ChildProcess() {}

    /** Arguments: file, a name for this run, number of callers, appends by each. Prints each commit once acknowledged. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        int callers = Integer.parseInt(arguments[2]);
        int each = Integer.parseInt(arguments[3]);
        var meters = new SimpleMeterRegistry();
        try (var keys = arguments[1].equals(WITH_KEYS)
                        ? SqliteSubjectKeys.open(file.resolveSibling("keys.sqlite"), Clock.systemUTC())
                        : null;
                var ledger = SqliteLedger.open(
                        file, Embedded.ORIGIN, Clock.systemUTC(), WriterSettings.standard(), meters)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < callers; caller++) {
                    String aggregate = arguments[1] + " " + caller;
                    threads.execute(() -> append(ledger, keys, aggregate, each));
                }
            }
        }
        System.out.println(
                "groups " + meters.get("soto.ledger.append.batch").summary().count() + " end");
    }

    private static void append(SqliteLedger ledger, @Nullable SqliteSubjectKeys keys, String aggregate, int times) {
        for (long sequence = 0; sequence < times; sequence++) {
            if (keys != null) {
                byte[] wrapped = new byte[StoredKey.LENGTH];
                wrapped[0] = 1;
                var _ = keys.createIfAbsent(Map.of(subject(aggregate, sequence), wrapped));
            }
            Draft draft = Drafts.one(aggregate + " " + sequence, aggregate, sequence);
            Commit commit = ledger.appender().append(draft);
            Origin.Command command = (Origin.Command) commit.origin();
            System.out.println("commit " + commit.number() + " " + command.id() + " end");
        }
    }

    /** The subject whose key is stored before the draft of an aggregate. */
    static Subject subject(String aggregate, long sequence) {
        return Subject.of(new HouseholdId(aggregate.replace(' ', '-') + "-" + sequence));
    }

    static Process start(List<String> prefix, Path file, String run, int callers, int each) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(ChildProcess.class.getName());
        command.addAll(List.of(file.toString(), run, Integer.toString(callers), Integer.toString(each)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A line a child printed in full. */
    record Acknowledged(long number, UUID command) {

        static List<Acknowledged> in(List<String> lines) {
            return lines.stream()
                    .filter(line -> line.startsWith("commit ") && line.endsWith(" end"))
                    .map(line -> line.split(" ", -1))
                    .map(words -> new Acknowledged(Long.parseLong(words[1]), UUID.fromString(words[2])))
                    .toList();
        }
    }
}
