package vn.soto.command.dispatch;

import java.util.UUID;

/** The id belongs to a recorded command with other content or of another actor; nothing was written. */
public final class CommandIdReusedException extends RuntimeException {

    private final UUID command;

    CommandIdReusedException(UUID command) {
        super("command id " + command + " was used for another command");
        this.command = command;
    }

    public UUID command() {
        return command;
    }
}
