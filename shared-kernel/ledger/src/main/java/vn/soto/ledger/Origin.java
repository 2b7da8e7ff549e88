package vn.soto.ledger;

import java.util.UUID;

/** The origin of a commit: a command of a person or client, or a task of the system. */
public sealed interface Origin {

    /**
     * @param id      chosen by the client; one command id appears in at most one commit
     * @param name    the command's name, such as {@code record-assistance}
     * @param content SHA-256 of the command's non-personal content, so that a repeat can be told from a reuse of its id
     */
    record Command(UUID id, String name, Hash content) implements Origin {}

    /** @param name the system task, such as {@code axon} for an append outside any command */
    record SystemTask(String name) implements Origin {

        /** Account in the header of such commits. */
        public static final String ACTOR = "system";
    }
}
