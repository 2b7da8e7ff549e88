package vn.soto.command.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.contracts.person.Subject;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerException;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.sqlite.OwnerFile;

/**
 * The progress of {@link UnopenableSubjects}, which looks for an entry of the key store for each subject with sealed
 * data. The file {@code keys.checked} beside the store keeps it over restarts: the position and chain hash in the
 * ledger, and 8 bytes of hash a subject. A file that is missing, altered, or of another ledger says nothing, and the
 * ledger is read from its beginning.
 */
public final class CheckedSubjects {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedSubjects.class);
    private static final long MAGIC = 0x736f746f_63686b31L;
    private static final int HEAD = 2 * Long.BYTES + Hash.LENGTH;

    private final @Nullable Path file;

    private CheckedSubjects(@Nullable Path file) {
        this.file = file;
    }

    /** For a process without files: each start reads the whole ledger. */
    public static CheckedSubjects none() {
        return new CheckedSubjects(null);
    }

    /** @param store {@code keys.sqlite}, for {@code keys.checked} */
    public static CheckedSubjects beside(Path store) {
        return new CheckedSubjects(store.resolveSibling("keys.checked"));
    }

    /**
     * The checked part of the ledger.
     *
     * @param next     position after the last event
     * @param subjects {@link #hash} of each subject with sealed data before it
     */
    record Checked(long next, Set<Long> subjects) {}

    static long hash(Subject subject) {
        return ByteBuffer.wrap(Hash.sha256(subject.toString().getBytes(StandardCharsets.UTF_8))
                        .bytes())
                .getLong();
    }

    Optional<Checked> read(LedgerReader ledger) {
        if (file == null || !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int end = bytes.length - Hash.LENGTH;
            if (end < HEAD
                    || (end - HEAD) % Long.BYTES != 0
                    || !Hash.sha256(Arrays.copyOf(bytes, end)).equals(hash(bytes, end))) {
                return Optional.empty();
            }
            ByteBuffer read = ByteBuffer.wrap(bytes, 0, end);
            boolean known = read.getLong() == MAGIC;
            long next = read.getLong();
            if (!known || !chain(ledger, next).equals(Optional.of(hash(bytes, 2 * Long.BYTES)))) {
                return Optional.empty();
            }
            read.position(HEAD);
            Set<Long> subjects = new HashSet<>();
            while (read.hasRemaining()) {
                subjects.add(read.getLong());
            }
            return Optional.of(new Checked(next, subjects));
        } catch (IOException e) {
            LOG.info("{} is not read, the whole ledger is: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static Hash hash(byte[] bytes, int from) {
        return Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.LENGTH));
    }

    /** Of the commit that holds the event before a position; empty if the ledger has none, or a damaged one. */
    private static Optional<Hash> chain(LedgerReader ledger, long next) {
        try {
            return ledger.commitAtPosition(next - 1).map(commit -> commit.tail().chain());
        } catch (LedgerException.CommitDamaged e) {
            return Optional.empty();
        }
    }

    /** A file that cannot be written is made by a later start. */
    void write(Checked checked, LedgerReader ledger) {
        Optional<Hash> chain = chain(ledger, checked.next);
        if (file == null || chain.isEmpty()) {
            return;
        }
        ByteBuffer body = ByteBuffer.allocate(HEAD + Long.BYTES * checked.subjects.size())
                .putLong(MAGIC)
                .putLong(checked.next)
                .put(chain.get().bytes());
        checked.subjects.forEach(body::putLong);
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            OwnerFile.create(unfinished);
            Files.write(unfinished, body.array());
            Files.write(unfinished, Hash.sha256(body.array()).bytes(), StandardOpenOption.APPEND);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.info("{} is not written, the next start reads the whole ledger: {}", file, e.toString());
        }
    }
}
