package vn.soto.projection.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.progress.KeptLetter;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.source.CommitToken;

/**
 * A file of read models that this program made of this ledger, or a new one.
 *
 * @param collections tables by collection
 * @param letters     dead letters
 * @param lastTable   number of the table that was made last
 * @param made        whether it is a new one
 */
record OpenedModels(
        DocumentTableFile file,
        Map<String, String> collections,
        Map<DocumentTableFile.LaneKey, CommitToken> tokens,
        List<KeptLetter> letters,
        int lastTable,
        boolean made) {

    /** Whether there were more dead letters than are kept. */
    static final String INCOMPLETE = "incomplete";

    private static final Logger LOG = LoggerFactory.getLogger(OpenedModels.class);
    private static final String FORMAT = "soto/read-models/v2";
    private static final String PROGRAM = "program";

    /** @param program tells this version of the program from every other that projects in another way */
    static OpenedModels open(Path path, String program, LedgerReader ledger) {
        String identity = FORMAT + " " + program;
        boolean there = Files.exists(path);
        Optional<String> why = there ? fault(path, identity, ledger) : Optional.empty();
        why.ifPresent(reason -> {
            LOG.warn("Tệp mô hình đọc {} được dựng lại từ sổ cái / is made anew from the ledger: {}", path, reason);
            DocumentTableFile.delete(path);
        });
        try {
            if (there && why.isEmpty()) {
                return swept(DocumentTableFile.open(path), false);
            }
            delete(folder(path));
            return swept(DocumentTableFile.create(path, PROGRAM, identity), true);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Không tạo được tệp mô hình đọc %1$s. / The file of the read models %1$s cannot be made."
                            .formatted(path),
                    e);
        }
    }

    /** The last commit that all read models have; 0 if there is none. */
    long upTo() {
        return tokens.entrySet().stream()
                .filter(lane -> !lane.getKey().tracker().startsWith(KeptProgress.OF_REPLAYS))
                .mapToLong(lane -> lane.getValue().number())
                .min()
                .orElse(0);
    }

    /** The last commit that any of the read models has. */
    long latest() {
        return tokens.values().stream().mapToLong(CommitToken::number).max().orElse(0);
    }

    /** The folder of the search index, which is made by the same version and of the same ledger. */
    static Path folder(Path path) {
        return path.resolveSibling("search");
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why the file is of no use; empty if it is. */
    private static Optional<String> fault(Path path, String identity, LedgerReader ledger) {
        if (DocumentTableFile.isMarked(path)) {
            return Optional.of("bị hỏng / damaged");
        }
        try (DocumentTableFile file = DocumentTableFile.open(path)) {
            Map<String, String> about = file.about();
            if (!identity.equals(about.get(PROGRAM))) {
                return Optional.of("của phiên bản khác / of another version");
            }
            if (Boolean.parseBoolean(about.get(INCOMPLETE))) {
                return Optional.of("quá nhiều sự kiện chưa gập được / too many events could not be projected");
            }
            if (!file.lanes().values().stream().allMatch(token -> token.isOf(ledger))) {
                return Optional.of("của sổ cái khác / of another ledger");
            }
            return file.fault().map(said -> "bị hỏng / damaged: " + said);
        } catch (SQLException e) {
            return Optional.of("bị hỏng / damaged: " + e.getMessage());
        }
    }

    /** Without the tables of a replay that did not come to its end. */
    private static OpenedModels swept(DocumentTableFile file, boolean made) throws SQLException {
        Map<String, String> collections = file.collections();
        Collection<String> used = collections.values();
        file.inTransaction(() -> {
            for (String table : file.tables()) {
                if (!used.contains(table)) {
                    file.drop(table);
                }
            }
        });
        int last = used.stream().mapToInt(DocumentTableFile::number).max().orElse(0);
        return new OpenedModels(file, collections, file.lanes(), file.letters(), last, made);
    }
}
