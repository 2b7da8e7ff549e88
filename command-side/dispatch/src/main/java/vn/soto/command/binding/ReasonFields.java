package vn.soto.command.binding;

import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.dispatch.KnownIds;
import vn.soto.command.privacy.ReasonTexts;
import vn.soto.domain.person.PersonalText;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.HasReason;
import vn.soto.domain.shared.ReasonList;

/**
 * The reason of a client's command: a code of the command's {@link ReasonList}, and a text beside it in the field {@value
 * #TEXT} if the client likes. The text never becomes part of the command.
 *
 * @param texts empty without a key store
 */
public record ReasonFields(KnownIds known, Optional<ReasonTexts> texts) {

    public static final String TEXT = "reasonText";
    public static final String CODE = "reason";

    /**
     * The repeat of a command that was recorded with words is still a repeat.
     *
     * @throws InvalidFieldException the reason is no code of the list
     */
    public void check(Command command, UUID id) {
        String reason = command instanceof HasReason reasoned ? reasoned.reason() : null;
        if (reason != null && !isOffered(command.getClass(), reason) && !known.isRecorded(id)) {
            throw InvalidFieldException.choice(
                    CODE,
                    "reason",
                    ReasonList.of(command.getClass()).orElseThrow().codes(),
                    Enum::name);
        }
    }

    private static boolean isOffered(Class<?> command, String reason) {
        return ReasonList.of(command).orElseThrow().codes().stream()
                .anyMatch(code -> code.name().equals(reason));
    }

    /** A step of a plan keeps the code of its reason only. */
    void refuseText(Class<? extends Command> command, ObjectNode payload) {
        if (HasReason.class.isAssignableFrom(command) && payload.hasNonNull(TEXT)) {
            throw new InvalidFieldException(TEXT, "two-persons");
        }
    }

    /**
     * Takes the text from the payload and holds it until the command is decided.
     *
     * @param payload is changed
     * @throws InvalidFieldException the text is given without a code, or cannot be kept, or is missing where the command asks
     *     for one
     */
    ReasonTexts.Held hold(Class<? extends Command> command, ObjectNode payload, UUID id) {
        Optional<String> text = take(command, payload);
        return text.isEmpty() ? new ReasonTexts.Held(() -> {}) : keeping().hold(id, text.get());
    }

    /**
     * Takes the text from the payload, as {@link #hold}, and keeps it nowhere.
     *
     * @param payload is changed
     * @throws InvalidFieldException as there
     */
    void drop(Class<? extends Command> command, ObjectNode payload) {
        var _ = take(command, payload);
    }

    private ReasonTexts keeping() {
        return texts.orElseThrow(() -> new InvalidFieldException(TEXT, "personal"));
    }

    private Optional<String> take(Class<? extends Command> command, ObjectNode payload) {
        JsonNode given = HasReason.class.isAssignableFrom(command) ? payload.remove(TEXT) : null;
        if (given == null || given.isNull()) {
            if (ReasonList.asksForText(command) && payload.hasNonNull(CODE)) {
                throw new InvalidFieldException(TEXT, "missing");
            }
            return Optional.empty();
        }
        if (!payload.hasNonNull(CODE)) {
            throw new InvalidFieldException(CODE, "missing");
        }
        if (!given.isString()) {
            throw InvalidFieldException.malformed(TEXT);
        }
        var _ = keeping();
        return Optional.of(PersonalText.NOTE.checked(TEXT, given.stringValue()));
    }
}
