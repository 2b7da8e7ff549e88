package vn.soto.allinone.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.soto.ledger.sqlite.OwnerFile;

/** A one-time password in a file that its owner alone may read: the line {@code name:password}. It goes when it has been used. */
public final class OneTimePasswordFile {

    private final Path file;

    public OneTimePasswordFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public Path path() {
        return file;
    }

    /** Whole or not at all, and durable. */
    void write(String login, String password) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            OwnerFile.create(unfinished);
            Files.writeString(unfinished, login + ":" + password + "\n");
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("one-time password " + file, e);
        }
    }

    /** Removes the file if it is about this account. */
    void used(String login) {
        try {
            if (Files.exists(file) && Files.readString(file).startsWith(login + ":")) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("one-time password " + file, e);
        }
    }
}
