package vn.soto.ledgerwriter.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.soto.ledger.Tail;
import vn.soto.ledger.sqlite.Anchor;
import vn.soto.ledger.sqlite.OwnerFile;

/**
 * Writes the anchor beside a ledger. It names durable commits only: it lags behind the ledger by at most the interval
 * and never leads. A failed write is logged and tried again; appends go on.
 */
final class AnchorFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnchorFile.class);

    private final FileChannel channel;
    private final Durability durability;
    private final long interval;
    private Anchor reached;
    private Anchor written;
    private long lastTry;
    private long line;
    private volatile boolean failing;

    AnchorFile(Path ledger, Tail tail, Duration interval, Durability durability) {
        try {
            OwnerFile.create(Anchor.fileOf(ledger));
            this.channel = FileChannel.open(Anchor.fileOf(ledger), StandardOpenOption.WRITE);
            // Without this a loss of power may remove the file's directory entry, and with it the anchor.
            try (FileChannel folder = FileChannel.open(ledger.resolveSibling("."), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.durability = durability;
        this.interval = interval.toNanos();
        this.reached = new Anchor(tail.number(), tail.chain());
        this.written = new Anchor(-1, tail.chain());
        write();
    }

    void advanceTo(Tail tail) {
        reached = new Anchor(tail.number(), tail.chain());
    }

    /** Writes if the anchor has advanced and the last attempt is an interval ago. */
    void writeIfDue() {
        if (!reached.equals(written) && System.nanoTime() - lastTry >= interval) {
            write();
        }
    }

    /** Whether the last attempt failed; there is another one each interval. */
    boolean isFailing() {
        return failing;
    }

    private void write() {
        lastTry = System.nanoTime();
        try {
            durability.anchor(channel, reached.line(), line * Anchor.LINE);
            written = reached;
            line = 1 - line;
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                LOG.warn("the anchor of commit {} was not written; trying again: {}", reached.number(), e.toString());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        if (!reached.equals(written)) {
            write();
        }
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the anchor file was not closed", e);
        }
    }
}
