package vn.soto.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.springframework.beans.factory.ListableBeanFactory;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Projector;

/**
 * The code that read models are made by: the modules of the projectors, and those that read the ledger for them. Read
 * models of other code are made anew, since it may project in another way.
 */
final class ProjectingCode {

    private static final List<Class<?>> BELOW =
            List.of(DomainEvent.class, EventCodec.class, LedgerReader.class, Projector.class);

    private ProjectingCode() {}

    /** The same by the projectors among the beans, of which none is made yet. */
    static String digest(ListableBeanFactory beans) {
        return digest(Stream.of(beans.getBeanNamesForType(Projector.class, true, false))
                .<Class<?>>map(beans::getType)
                .filter(Objects::nonNull)
                .toList());
    }

    /** A digest of the checksums of all files of the modules that have these classes, and of those below them. */
    static String digest(Collection<Class<?>> projectors) {
        String all = Stream.concat(BELOW.stream(), projectors.stream())
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(URL::toString)
                .distinct()
                .sorted()
                .map(ProjectingCode::checksums)
                .collect(Collectors.joining("\n"));
        return Hash.sha256(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Those of a jar stand in its directory. */
    private static String checksums(String location) {
        try {
            URL url = URI.create(location).toURL();
            if (!url.getProtocol().equals("file")) {
                return of(((JarURLConnection) url.openConnection()).getJarFile());
            }
            Path path = Path.of(url.toURI());
            if (Files.isDirectory(path)) {
                return ofFolder(path);
            }
            try (ZipFile jar = new ZipFile(path.toFile())) {
                return of(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(location, e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(location, e);
        }
    }

    private static String of(ZipFile jar) {
        return jar.stream()
                .map(entry -> entry.getName() + " " + entry.getCrc())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String ofFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + checksum(file))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static long checksum(Path file) {
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
