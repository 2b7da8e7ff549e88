package vn.soto.projection.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.events.stored.StoredValues;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.source.CommitToken;

/** A loss of power, or a kill between any two writes, leaves the file and a beginning of its log of writes. */
final class CutLogTest {

    private static final DocumentType<Note> NOTES = new DocumentType<>("notes", Note.class);
    private static final int WRITES = 12;
    private static final int DOCUMENTS = 40;

    /** Of a frame of the log, of which half is written, too. */
    private static final int HALF = (4_096 + 24) / 2;

    private static final LedgerReader EMPTY = (LedgerReader) Proxy.newProxyInstance(
            LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, arguments) -> {
                return method.getName().equals("tail") ? Tail.empty("test") : "test";
            });

    @TempDir
    private Path folder;

    public record Note(String id, long number) implements ReadModel {}

    @Test
    void everyBeginningOfTheLogHasDocumentsAndProgressOfOneMoment() throws IOException, SQLException {
        Path path = folder.resolve("read-models.sqlite");
        byte[] database;
        byte[] log;
        try (ReadModelsFile file = ReadModelsFile.open(path, "1", EMPTY, 1 << 20)) {
            for (long number = 1; number <= WRITES; number++) {
                write(file, number);
            }
            database = Files.readAllBytes(path);
            log = Files.readAllBytes(Path.of(path + "-wal"));
        }
        Set<Long> seen = new TreeSet<>();
        for (int length = 0; length < log.length + HALF; length += HALF) {
            Path cut = folder.resolve("cut-" + length);
            Files.write(cut, database);
            Files.write(Path.of(cut + "-wal"), Arrays.copyOf(log, Math.min(length, log.length)));
            seen.add(moment(cut));
        }
        assertThat(seen).as("0 is a file that is made anew").containsExactlyElementsOf(upTo(WRITES));
    }

    private static List<Long> upTo(long last) {
        return IntStream.rangeClosed(0, (int) last).mapToObj(Long::valueOf).toList();
    }

    private static void write(ReadModelsFile file, long number) throws SQLException {
        file.together(() -> {
            file.documents()
                    .write(
                            NOTES,
                            IntStream.range(0, DOCUMENTS)
                                    .mapToObj(each -> new Note("n" + each, number))
                                    .toList());
            file.store("tracker", 0, new CommitToken(number, "chain"));
        });
        file.write();
    }

    /** The number that the progress and each document have; 0 if there is no progress. */
    private static long moment(Path path) {
        try (DocumentTableFile file = DocumentTableFile.open(path)) {
            if (file.lanes().isEmpty()) {
                return 0;
            }
            long number =
                    file.lanes().values().stream().findFirst().orElseThrow().number();
            DocumentCodec<Note> codec = DocumentCodec.of(NOTES, new StoredValues());
            String table = file.collections().values().stream().findFirst().orElseThrow();
            for (int each = 0; each < DOCUMENTS; each++) {
                byte[] body = file.find(table, "n" + each);
                assertThat(body).isNotNull();
                assertThat(codec.decoded("n" + each, body).number()).isEqualTo(number);
            }
            return number;
        } catch (SQLException e) {
            return 0;
        }
    }
}
