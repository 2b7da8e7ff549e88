package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.Tail;
import vn.soto.projection.file.ReadModelsFile;

/** Documents in a file, whose last writes are in memory at first. */
@Tag("threads")
final class FileDocumentsIT extends DocumentsContract {

    private static final LedgerReader EMPTY = (LedgerReader) Proxy.newProxyInstance(
            LedgerReader.class.getClassLoader(), new Class<?>[] {LedgerReader.class}, (self, method, arguments) -> {
                return switch (method.getName()) {
                    case "origin" -> "test";
                    case "tail" -> Tail.empty("test");
                    default -> throw new UnsupportedOperationException(method.getName());
                };
            });

    @TempDir
    Path folder;

    private @Nullable ReadModelsFile store;

    private ReadModelsFile store() {
        if (store == null) {
            store = ReadModelsFile.open(folder.resolve("read-models.sqlite"), "1", EMPTY, 1 << 20);
        }
        return store;
    }

    @Override
    Documents documents() {
        return store().documents();
    }

    @AfterEach
    void close() {
        store().close();
    }

    private void reopen() {
        close();
        store = null;
    }

    @Test
    void documentsOutlastTheProcess() {
        List<Note> many = IntStream.range(0, 30_000)
                .mapToObj(number -> new Note("n" + number, List.of("một", "hai", String.valueOf(number))))
                .toList();
        documents().write(NOTES, many);
        documents().write(NOTES, List.of(new Note("n7", List.of("bảy"))));
        reopen();

        assertThat(documents().find(NOTES, "n7")).contains(new Note("n7", List.of("bảy")));
        assertThat(documents().find(NOTES, List.of("n1", "n29999", "n30000")))
                .containsOnlyKeys("n1", "n29999")
                .containsEntry("n29999", many.getLast());
    }

    @Test
    void whatIsDroppedBeforeAnybodyAsksForItIsThereNoMore() {
        documents().write(NOTES, List.of(new Note("a", List.of("một"))));
        reopen();
        documents().drop(NOTES);
        assertThat(documents().find(NOTES, "a")).isEmpty();
        reopen();
        assertThat(documents().find(NOTES, "a")).isEmpty();
    }

    @Test
    void whatIsMadeAnewOutlastsTheProcessBesideTheOldAndInItsPlace() {
        documents().write(NOTES, List.of(new Note("a", List.of("cũ"))));
        reopen();
        documents().beside().write(NOTES, List.of(new Note("b", List.of("dở dang"))));
        reopen();
        assertThat(documents().beside().find(NOTES, "b")).isPresent();
        assertThat(documents().find(NOTES, "b")).isEmpty();
        assertThat(documents().find(NOTES, "a")).isPresent();

        documents().beside().write(NOTES, List.of(new Note("b", List.of("mới"))));
        documents().replace(List.of(NOTES), documents().beside());
        reopen();
        assertThat(documents().find(NOTES, "a")).isEmpty();
        assertThat(documents().find(NOTES, "b")).contains(new Note("b", List.of("mới")));
    }
}
