package vn.soto.demo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import vn.soto.axon.UuidV7;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.command.dispatch.FirstAdministrator;
import vn.soto.command.dispatch.MachineCommands;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.domain.shared.DefaultPolicy;
import vn.soto.events.EventCodec;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledgerwriter.WriterSettings;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;

/**
 * Creates the demo ledger through commands under a simulated clock, in a temporary folder, and moves it into place once
 * complete. So an interrupted load leaves no partial ledger.
 */
public final class DemoLedger {

    private DemoLedger() {}

    /** @param keys of persons, asked for only if there is no ledger at this place */
    public static void loadIfMissing(
            Path ledger, String origin, EventCodec codec, Supplier<Keyring> keys, Clock realTime) {
        if (holdsALedger(ledger)) {
            return;
        }
        Path folder = ledger.resolveSibling("demo-loading");
        try {
            empty(folder);
            Files.createDirectories(folder);
            Path file = folder.resolve(ledger.getFileName());
            load(file, origin, codec, keys.get(), realTime);
            moveAll(folder, ledger, file);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("demo ledger in " + folder, e);
        }
    }

    /**
     * Whether a ledger or any part of one exists. A partial ledger is never replaced; opening it reports the missing
     * file.
     */
    private static boolean holdsALedger(Path file) {
        return Files.exists(file)
                || Files.exists(Anchor.fileOf(file))
                || Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    }

    private static void load(Path file, String origin, EventCodec codec, Keyring keys, Clock realTime) {
        DemoClock clock = new DemoClock();
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Clock before = GenericEventMessage.clock;
        // Axon stamps events with this static clock; nothing else runs yet.
        GenericEventMessage.clock = clock;
        try (SqliteLedger ledger =
                        SqliteLedger.openWithoutDurability(file, origin, clock, WriterSettings.standard(), meters);
                CommandSide commands = CommandSide.start(
                        ledger.reader(), ledger.appender(), codec, clock, DefaultPolicy.standard(), meters)) {
            DemoScript script = new DemoScript();
            DemoPlay play = script.play();
            new DemoLoader(commands, clock, ProgressBar.onConsole(realTime)).load(play);
            DemoLoader.loadNames(play, commands, keys, clock);
            new DemoLoader(commands, clock, (done, total, day) -> {}).loadBeforeAccess(script);
            new FirstAdministrator(ledger.reader(), ledger.appender(), codec, UuidV7.system(), clock)
                    .record(DemoScript.FIRST_ADMINISTRATOR);
            new DemoLoader(commands, clock, (done, total, day) -> {}).loadAccess(script);
            MachineCommands machine =
                    new MachineCommands(ledger.reader(), ledger.appender(), codec, UuidV7.system(), clock);
            script.confirmed().forEach(machine::confirm);
            DemoLoader.loadRecent(play, VietnamTime.day(realTime.instant()), commands, keys, clock);
        } finally {
            GenericEventMessage.clock = before;
        }
    }

    /** Syncs all files, then moves the ledger file last: a ledger file implies that all other files are present. */
    private static void moveAll(Path from, Path ledger, Path last) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            List<Path> others = files.filter(file -> !file.equals(last)).toList();
            sync(last);
            for (Path file : others) {
                sync(file);
                Files.move(file, ledger.resolveSibling(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(last, ledger, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(ledger.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
