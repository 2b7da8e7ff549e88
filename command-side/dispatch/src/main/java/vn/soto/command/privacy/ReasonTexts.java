package vn.soto.command.privacy;

import static vn.soto.domain.person.PersonRule.SUBJECT_IS_NOT_ERASED;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.StatedReason;
import vn.soto.ledger.Draft;
import vn.soto.ledgerwriter.privacy.Keyring;
import vn.soto.privacy.ReasonKey;

/**
 * The texts beside the reasons of commands that are under way, in memory only. A text is sealed when its command is
 * accepted, because only the events say whom the commit is about.
 */
public final class ReasonTexts {

    private final Map<UUID, String> held = new ConcurrentHashMap<>();
    private final Keyring keyring;

    ReasonTexts(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Ends the hold on a text. */
    public record Held(Runnable release) implements AutoCloseable {

        @Override
        public void close() {
            release.run();
        }
    }

    /** @param text checked */
    public Held hold(UUID command, String text) {
        held.put(command, text);
        return new Held(() -> held.remove(command, text));
    }

    boolean holdsFor(UUID command) {
        return held.containsKey(command);
    }

    /**
     * The draft with the sealed text in its header; the same if the command has no text.
     *
     * @throws vn.soto.domain.shared.RuleViolatedException the commit is about somebody who is erased
     */
    Draft sealed(Draft draft, UUID command) {
        String text = held.get(command);
        if (text == null
                || draft.reason() == null
                || !(StatedReason.parse(draft.reason()) instanceof StatedReason.Coded coded)) {
            return draft;
        }
        ReasonKey key = keyring.reasonKey(command, subjects(draft)).orElseThrow(SUBJECT_IS_NOT_ERASED::refused);
        return new Draft(
                draft.id(),
                draft.origin(),
                draft.actor(),
                new StatedReason.Coded(coded.code(), key.seal(text)).header(),
                draft.corrects(),
                draft.correlation(),
                draft.causation(),
                draft.events(),
                draft.guards());
    }

    private static Set<Subject> subjects(Draft draft) {
        return draft.events().stream()
                .flatMap(event -> event.tags().stream())
                .map(Subject::ofTag)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
