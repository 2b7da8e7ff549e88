package vn.soto.projection.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;
import vn.soto.projection.source.CommitToken;

/** A write of the file while its tables are asked for the first time names them all; a kill behind it loses none. */
@Tag("threads")
final class AskedTablesIT {

    private static final List<DocumentType<Note>> COLLECTIONS = IntStream.range(0, 400)
            .mapToObj(number -> new DocumentType<>("notes-" + number, Note.class))
            .toList();

    private static final LedgerReader EMPTY = (LedgerReader) Proxy.newProxyInstance(
            LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, arguments) -> {
                return method.getName().equals("tail") ? Tail.empty("test") : "test";
            });

    @TempDir
    private Path folder;

    public record Note(String id) implements ReadModel {}

    @Test
    void everyWriteNamesEveryTable() throws SQLException, InterruptedException {
        Path path = folder.resolve("read-models.sqlite");
        try (ReadModelsFile file = ReadModelsFile.open(path, "1", EMPTY, 1 << 20)) {
            COLLECTIONS.forEach(kind -> file.documents().write(kind, List.of(new Note("a"))));
        }
        try (ReadModelsFile file = ReadModelsFile.open(path, "1", EMPTY, 1 << 20);
                DocumentTableFile look = DocumentTableFile.open(path)) {
            Thread reader = new Thread(() -> COLLECTIONS.forEach(
                    kind -> assertThat(file.documents().find(kind, "a")).isPresent()));
            reader.start();
            for (long number = 1; reader.isAlive(); number++) {
                file.store("tracker", 0, new CommitToken(number, "chain"));
                file.write();
                assertThat(look.collections()).hasSize(COLLECTIONS.size());
            }
            reader.join();
        }
    }
}
