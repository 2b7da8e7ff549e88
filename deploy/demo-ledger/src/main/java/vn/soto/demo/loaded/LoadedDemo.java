package vn.soto.demo.loaded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.demo.DemoLedger;
import vn.soto.domain.shared.Command;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.sqlite.SqliteLedgerReader;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.ledgerwriter.privacy.SqliteSubjectKeys;
import vn.soto.ledgerwriter.sqlite.SqliteLedger;
import vn.soto.privacy.MasterKey;
import vn.soto.privacy.sqlite.SqliteSubjectKeyReader;

/**
 * The demo's ledger with its keys and their master key, as a first start makes them, loaded by the process that needs it first. It is
 * kept until code that it is made by changes, or the day, because the demo ends with yesterday.
 */
public final class LoadedDemo {

    /** The day of the loading, if that did not pass midnight. */
    public static final LocalDate DAY = today();

    /** A type of each module that takes part. */
    private static final List<Class<?>> MADE_BY = List.of(
            DomainEvent.class,
            EventCodec.class,
            Commit.class,
            SqliteLedgerReader.class,
            MasterKey.class,
            Command.class,
            SqliteLedger.class,
            CommandSide.class,
            DemoLedger.class);

    /** Changes with the bytes of the folder. */
    public static final String IDENTITY = identity();

    private LoadedDemo() {}

    private static LocalDate today() {
        return LocalDate.now(VietnamTime.ZONE);
    }

    /** The folder, which is only read. */
    public static Path folder() {
        return PreparedFolder.of("demo-ledger", IDENTITY, LoadedDemo::load);
    }

    private static void load(Path folder) {
        Clock clock = Clock.systemUTC();
        Path keys = folder.resolve("keys.sqlite");
        try (SqliteSubjectKeys writer = SqliteSubjectKeys.open(keys, clock);
                SqliteSubjectKeyReader reader = SqliteSubjectKeyReader.open(keys)) {
            Keyring keyring =
                    Keyring.open(reader, writer.ofLedgerBy(clock), masterKey(folder), "the demo's master key");
            DemoLedger.loadIfMissing(
                    folder.resolve("ledger.sqlite"), "demo/binh-duong", EventCodec.product(), () -> keyring, clock);
        }
    }

    private static MasterKey masterKey(Path folder) {
        String text = MasterKey.freshText();
        Path file = folder.resolve("master.key");
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MasterKey.parse(text, file.toString());
    }

    private static String identity() {
        CRC32C sum = new CRC32C();
        for (Class<?> type : MADE_BY) {
            Path source = sourceOf(type);
            try {
                if (Files.isDirectory(source)) {
                    add(source, sum);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(source)) {
                        add(jar.getPath("/"), sum);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(sum.getValue()) + "-" + DAY;
    }

    private static Path sourceOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files with their names, but for what a build tool says of a jar. */
    private static void add(Path root, CRC32C sum) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> !name.startsWith("META-INF"))
                    .sorted()
                    .toList();
            for (String name : names) {
                sum.update(name.getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(root.resolve(name)));
            }
        }
    }
}
