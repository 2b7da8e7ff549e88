package vn.soto.ledger.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.soto.ledger.Tail;

/** A file beside a ledger that names the head of its last good backup; its time is that of the backup. */
public final class BackupNote {

    private BackupNote() {}

    /** {@code <ledger>.backed-up}. */
    public static Path beside(Path ledger) {
        return ledger.resolveSibling(ledger.getFileName() + ".backed-up");
    }

    /** Called once the backup is whole and at its place. */
    public static void write(Path ledger, Tail head) throws IOException {
        Path note = beside(ledger);
        OwnerFile.create(note);
        Files.writeString(note, head.number() + ":" + head.chain() + "\n");
    }
}
