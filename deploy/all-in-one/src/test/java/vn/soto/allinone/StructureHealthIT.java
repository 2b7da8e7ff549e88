package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import vn.soto.allinone.StructureHealth.Store;
import vn.soto.ledger.sqlite.SqliteSession;
import vn.soto.testkit.Await;

@Tag("threads")
final class StructureHealthIT {

    @TempDir
    private Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();

    private Path store(String name, boolean whole) throws SQLException {
        Path file = folder.resolve(name);
        try (SqliteSession session = SqliteSession.writer(file)) {
            session.run("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT");
            session.run("INSERT INTO t (b) VALUES ('x'), ('y')");
            session.run("CREATE UNIQUE INDEX i ON t (b)" + (whole ? "" : " WHERE a <> 2"));
            session.run("PRAGMA writable_schema = ON");
            session.run("UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX i ON t (b)' WHERE name = 'i'");
        }
        return file;
    }

    private static StructureHealth looked(Store... stores) {
        StructureHealth health = StructureHealth.start(List.of(stores));
        Await.until(
                "a look", () -> Boolean.TRUE.equals(health.health().getDetails().get("checked")));
        return health;
    }

    @Test
    void anIndexThatDoesNotLeadToARowIsToldAndItsStoreTakesNoMoreWrites() throws SQLException {
        Path broken = store("broken.sqlite", false);
        try (StructureHealth health = looked(
                Store.toldOf("sound", "Tệp / the file", store("sound.sqlite", true)),
                new Store("broken", "Tệp / the file", broken, told::add))) {
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails())
                    .doesNotContainKey("sound")
                    .hasEntrySatisfying(
                            "broken", found -> assertThat(found).asString().contains("index i"));
            assertThat(told).singleElement().asString().contains("index i");
        }
    }

    @Test
    void storesInOrderAreUp() throws SQLException {
        try (StructureHealth health = looked(Store.toldOf("sound", "Tệp / the file", store("sound.sqlite", true)))) {
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        }
    }
}
